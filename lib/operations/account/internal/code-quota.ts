import "server-only";
import type { Quota } from "@/lib/operations/limits";

/**
 * At most ten codes in a quarter of an hour for one account, right or wrong. They are counted before they are
 * looked at, and only of whoever has proven the master password: a stranger cannot use up their number.
 */
export const codeQuota = (account: string): Quota[] => [
  { what: "two_step_code", about: account, points: 10, seconds: 900 },
];
