"use client";

import { useSyncExternalStore } from "react";

/** Minutes without a sign of life after which the vault locks itself. */
export const lockAfterChoices = ["1", "5", "15", "60", "never"] as const;
export type LockAfter = (typeof lockAfterChoices)[number];

const place = "trousseau-lock-after";
const usual: LockAfter = "15";
const changed = "trousseau-lock-after-changed";

/** The choice of this device. It is no secret, and it says nothing of anybody. */
function readLockAfter(): LockAfter {
  const kept = window.localStorage.getItem(place);
  return lockAfterChoices.find((choice) => choice === kept) ?? usual;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  window.addEventListener(changed, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(changed, onChange);
  };
}

/** This device's choice, and how to change it, in every tab at once. */
export function useLockAfter(): [LockAfter, (choice: LockAfter) => void] {
  const choice = useSyncExternalStore(subscribe, readLockAfter, () => usual);
  const choose = (next: LockAfter) => {
    window.localStorage.setItem(place, next);
    window.dispatchEvent(new Event(changed));
  };
  return [choice, choose];
}

/** Milliseconds; null when the vault stays open until it is locked by hand. */
export const idleLimitOf = (choice: LockAfter): number | null =>
  choice === "never" ? null : Number(choice) * 60_000;
