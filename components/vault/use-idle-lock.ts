"use client";

import { useEffect } from "react";
import { noteSeen } from "@/components/vault/kept-half";
import { idleLimitOf, useLockAfter } from "@/components/vault/lock-after";
import { hearOtherTabs, tellOtherTabs } from "@/lib/vault/other-tabs";

const signsOfLife = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const everyTenSeconds = 10_000;
/** How often at most other tabs are told of signs of life, in milliseconds: they may lock that much too early. */
const tellingPause = 2_000;

/**
 * Locks once nobody has touched any of the browser's tabs for as long as this device allows. Time is read from
 * the clock, as a sleeping machine counts no seconds; and the first touch after it comes too late to keep the
 * vault open.
 */
export function useIdleLock(isUnlocked: boolean, lock: () => void) {
  const [choice] = useLockAfter();
  const limit = idleLimitOf(choice);

  useEffect(() => {
    if (!isUnlocked) return;
    let lastSign = Date.now();
    let lastTold = 0;
    const lockIfDue = () => {
      const isDue = limit !== null && Date.now() - lastSign >= limit;
      if (isDue) lock();
      return isDue;
    };
    const tell = () => {
      lastTold = lastSign;
      noteSeen(lastSign);
      tellOtherTabs({ kind: "seen", at: lastSign });
    };
    const onSign = () => {
      if (lockIfDue()) return;
      lastSign = Date.now();
      if (lastSign - lastTold >= tellingPause) tell();
    };
    tell();
    const stopHearing = hearOtherTabs((word) => {
      if (word.kind !== "seen") return;
      lastSign = Math.max(lastSign, word.at);
      noteSeen(lastSign);
    });
    const timer = window.setInterval(lockIfDue, everyTenSeconds);
    document.addEventListener("visibilitychange", lockIfDue);
    for (const sign of signsOfLife) window.addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      stopHearing();
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", lockIfDue);
      for (const sign of signsOfLife) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [isUnlocked, limit, lock]);
}
