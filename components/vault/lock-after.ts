"use client";

import { deviceChoice } from "@/components/vault/device-choice";

/** The vault locks after so many minutes in which the person is not active. */
export const lockAfterChoices = ["1", "5", "15", "60", "never"] as const;
export type LockAfter = (typeof lockAfterChoices)[number];

export const { read: readLockAfter, useChoice: useLockAfter } = deviceChoice(
  "trousseau-lock-after",
  lockAfterChoices,
  "15",
);

/** Milliseconds; null when the vault stays open until it is locked by hand. */
export const idleLimitOf = (choice: LockAfter): number | null =>
  choice === "never" ? null : Number(choice) * 60_000;

/** The moment, as of `Date.now()`, after which the person must have been active for the vault to be still open. */
export function openSince(): number {
  const limit = idleLimitOf(readLockAfter());
  return limit === null ? 0 : Date.now() - limit;
}
