"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { isServerReady } from "@/components/vault/is-server-ready";
import { useVaultState } from "@/components/vault/vault-context";
import { hearOtherTabs, tellOtherTabs } from "@/lib/vault/other-tabs";

/** How often a page that is in sight asks, and how old what it shows may be when it comes into sight, in milliseconds. */
const [often, fresh] = [180_000, 10_000];

/**
 * Asks the server again for what a page shows of an open vault: when the page comes into sight, when another tab has
 * seen something newer, and every few minutes while it is in sight.
 *
 * @param revision names what is shown, where the server names it.
 */
export function useAskAgain(revision?: string): void {
  const router = useRouter();
  const isOpen = useVaultState().status === "unlocked";
  const shown = useRef(revision);

  useEffect(() => {
    if (revision === undefined || shown.current === revision) return;
    shown.current = revision;
    tellOtherTabs({ kind: "changed", revision });
  }, [revision]);

  useEffect(() => {
    if (!isOpen) return;
    let last = Date.now();
    let isOld = false;
    let isOver = false;
    const ask = async () => {
      last = Date.now();
      isOld = false;
      // Without an answer, a refresh would load the whole page anew, and what is typed in it would be lost.
      if ((await isServerReady()) && !isOver) router.refresh();
    };
    const askIfSeen = () => {
      if (document.visibilityState === "visible") void ask();
    };
    const onSight = () => {
      if (isOld || Date.now() - last > fresh) askIfSeen();
    };
    const stopHearing = hearOtherTabs((word) => {
      if (word.kind !== "changed" || word.revision === shown.current) return;
      isOld = true;
      askIfSeen();
    });
    const timer = window.setInterval(askIfSeen, often);
    document.addEventListener("visibilitychange", onSight);
    window.addEventListener("focus", onSight);
    return () => {
      isOver = true;
      stopHearing();
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", onSight);
      window.removeEventListener("focus", onSight);
    };
  }, [router, isOpen]);
}
