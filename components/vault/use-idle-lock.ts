"use client";

import { useEffect } from "react";
import { noteSeen } from "@/components/vault/kept-half";
import { idleLimitOf, useLockAfter } from "@/components/vault/lock-after";
import { hearOtherTabs, tellOtherTabs } from "@/lib/vault/other-tabs";

const signsOfLife = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const everyTenSeconds = 10_000;
/**
 * Other tabs are told that the person is active at most once in so many milliseconds. They may lock too early
 * by that much.
 */
const tellingPause = 2_000;

/**
 * Locks the vault when nobody has touched any of the browser's tabs for the time that this device allows. The
 * time is read from the clock, because timers stop while a machine sleeps. A first touch after that time does
 * not keep the vault open.
 *
 * @param most in minutes, what organizations allow at most.
 */
export function useIdleLock(isUnlocked: boolean, most: number | null, lock: () => void) {
  const [choice] = useLockAfter();
  const limit = idleLimitOf(choice, most);

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
