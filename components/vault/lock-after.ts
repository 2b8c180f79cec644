"use client";

import { deviceChoice } from "@/components/vault/device-choice";
import type { TimeoutLimit } from "@/lib/domain/policy/combining";

/** The vault locks after so many minutes in which the person is not active. */
export const lockAfterChoices = ["1", "5", "15", "60", "never"] as const;
export type LockAfter = (typeof lockAfterChoices)[number];

export const { read: readLockAfter, useChoice: useLockAfter } = deviceChoice(
  "trousseau-lock-after",
  lockAfterChoices,
  "15",
);

const limitStoredAs = "trousseau-lock-limit";

/** The shortest time that this browser keeps: "immediately" is this. */
const shortestMinutes = 1;

/**
 * Keeps how long organizations let the vault stay open, for the time in which no page is open to ask them. Without a
 * limit, an earlier one is forgotten.
 */
export function keepLimit(limit: TimeoutLimit | null): void {
  const minutes = limit?.minutes ?? null;
  if (minutes === null) window.localStorage.removeItem(limitStoredAs);
  else window.localStorage.setItem(limitStoredAs, String(minutes));
}

/** In minutes, the limit that was kept; null where there is none. */
export const keptLimit = (): number | null => {
  if (typeof window === "undefined") return null;
  const kept = window.localStorage.getItem(limitStoredAs);
  return kept === null ? null : Number(kept);
};

/**
 * Milliseconds; null when the vault stays open until it is locked by hand.
 *
 * @param limit in minutes, what organizations allow at most; null where none says it.
 */
export function idleLimitOf(choice: LockAfter, limit: number | null): number | null {
  const chosen = choice === "never" ? null : Number(choice);
  if (limit === null) return chosen === null ? null : chosen * 60_000;
  const most = Math.max(limit, shortestMinutes);
  return Math.min(chosen ?? most, most) * 60_000;
}

/** Whether a choice is longer than organizations allow. */
export const isBeyond = (choice: LockAfter, limit: number | null): boolean =>
  limit !== null && (choice === "never" || Number(choice) > Math.max(limit, shortestMinutes));

/** The moment, as of `Date.now()`, after which the person must have been active for the vault to be still open. */
export function openSince(): number {
  const limit = idleLimitOf(readLockAfter(), keptLimit());
  return limit === null ? 0 : Date.now() - limit;
}
