"use client";

import { useEffect } from "react";
import { idleLimitOf, useLockAfter } from "@/components/vault/lock-after";

const signsOfLife = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const everyTenSeconds = 10_000;

/**
 * Locks once nobody has touched the page for as long as this device allows. Time is read from the clock, as
 * a sleeping machine counts no seconds; and the first touch after it comes too late to keep the vault open.
 */
export function useIdleLock(isUnlocked: boolean, lock: () => void) {
  const [choice] = useLockAfter();
  const limit = idleLimitOf(choice);

  useEffect(() => {
    if (!isUnlocked || limit === null) return;
    let lastSign = Date.now();
    const lockIfDue = () => {
      const isDue = Date.now() - lastSign >= limit;
      if (isDue) lock();
      return isDue;
    };
    const onSign = () => {
      if (!lockIfDue()) lastSign = Date.now();
    };
    const timer = window.setInterval(lockIfDue, everyTenSeconds);
    document.addEventListener("visibilitychange", lockIfDue);
    for (const sign of signsOfLife) window.addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", lockIfDue);
      for (const sign of signsOfLife) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [isUnlocked, limit, lock]);
}
