import "server-only";
import type { Tx } from "@/db/client";
import type { WithSecondStep } from "@/lib/domain/account/two-step";
import { knownDevice } from "@/lib/operations/account/internal/known-device";
import type { Quota } from "@/lib/operations/limits";

const quarterOfAnHour = 900;
const day = 24 * 3600;

/** Ten codes in a quarter of an hour and forty in a day: a code of six digits is not to be found by trying. */
const codesOf = (about: string): Quota[] => [
  { what: "two_step_code", about, points: 10, seconds: quarterOfAnHour },
  { what: "two_step_code_day", about, points: 40, seconds: day },
];

/** Codes of a signed-in person, right or wrong, counted before they are looked at. */
export const ownCodeQuota = (userId: string): Quota[] => codesOf(userId);

/** The same where a second step is shown beside something else. */
export const shownCodeQuota = (userId: string, { code, passkey }: WithSecondStep): Quota[] =>
  code === null && passkey === null ? [] : ownCodeQuota(userId);

type Attempt = { email: string; deviceIdentifier: string; code: string | null; passkey: unknown };

/**
 * Codes and passkeys of a log-in, counted before they are looked at, and only of whoever has proven the master
 * password. A device that has logged in before is counted by itself, and recovery codes apart: whoever else knows the
 * password cannot keep the account's holder out.
 */
export async function logInCodeQuota(tx: Tx, attempt: Attempt): Promise<Quota[]> {
  const { email, deviceIdentifier, code, passkey } = attempt;
  if (code === null && passkey === null) return [];
  const known = await knownDevice(tx, email, deviceIdentifier);
  const about = known?.id ?? email;
  return code === null || /^\d+$/u.test(code)
    ? codesOf(about)
    : [{ what: "two_step_recovery", about, points: 10, seconds: quarterOfAnHour }];
}
