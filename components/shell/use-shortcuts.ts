"use client";

import { useEffect } from "react";
import { isTyping, useShortcutPreference } from "@/components/ui/shortcut-preference";

/** Elements that take all keys while they are open. */
const overlay = ":is([role=dialog],[role=alertdialog],[role=menu])";

/** How long a first key waits for its second, in milliseconds. */
const patience = 1200;

/**
 * Runs what belongs to a key, or to two keys in a row ("g c"). Silent while somebody types, while a
 * dialog is open, and where single-key shortcuts are turned off.
 */
export function useShortcuts(acts: Readonly<Record<string, () => void>>): void {
  const [on] = useShortcutPreference();

  useEffect(() => {
    if (!on) return;
    let first: { key: string; at: number } | null = null;

    function press(event: KeyboardEvent) {
      if (isTyping(event) || document.querySelector(overlay)) return;
      const pair = first && event.timeStamp - first.at < patience ? `${first.key} ${event.key}` : "";
      const act = acts[pair] ?? acts[event.key];
      first = act ? null : { key: event.key, at: event.timeStamp };
      if (!act) return;
      event.preventDefault();
      act();
    }

    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [acts, on]);
}
