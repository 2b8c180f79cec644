"use client";

import { useSyncExternalStore } from "react";

const key = "shortcuts";
const changed = "shortcutschange";

function isOn(): boolean {
  return window.localStorage.getItem(key) !== "off";
}

function subscribe(listener: () => void) {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}

/**
 * Whether keys without a modifier do something. People who dictate set them off by accident, so they
 * can be turned off (WCAG 2.1.4); the choice stays in this browser.
 */
export function useShortcutPreference(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, isOn, () => true);
  return [
    on,
    (next) => {
      window.localStorage.setItem(key, next ? "on" : "off");
      window.dispatchEvent(new Event(changed));
    },
  ];
}

/** True when a key press belongs to what is being typed, or is part of a browser's own shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return true;
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
