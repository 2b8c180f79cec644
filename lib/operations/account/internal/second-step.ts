import "server-only";
import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import type { UserId } from "@/lib/domain/ids";
import {
  hashOfRecoveryCode,
  makeRecoveryCodes,
  shownRecoveryCode,
} from "@/lib/operations/account/internal/recovery-code";
import { isRemembered } from "@/lib/operations/account/internal/remembered-device";
import { stepOfCode } from "@/lib/operations/account/internal/totp";
import { NotFound, Refused } from "@/lib/operations/errors";
import { openAtRest } from "@/lib/secrets-at-rest";

/** What a sealed secret belongs to, so that it opens for no other account. */
export const placeOfSecret = (userId: UserId) => ["authenticator", userId] as const;

/** The account's authenticator, if its first code has come. */
export async function authenticatorOf(tx: Tx, userId: UserId) {
  const [found] = await tx
    .select({ sealedSecret: authenticators.sealedSecret, confirmedAt: authenticators.confirmedAt })
    .from(authenticators)
    .where(and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt)));
  return found ?? null;
}

/**
 * Takes a code, which then works no more. The statement itself decides: of the same code at the same moment, one is
 * taken.
 *
 * @returns by what it was taken; null when it is wrong, or was used before.
 */
export async function takeCode(
  tx: Tx,
  userId: UserId,
  { sealedSecret }: { sealedSecret: string },
  code: string,
  now: Date,
): Promise<"authenticator" | "recovery_code" | null> {
  if (!/^\d+$/u.test(code)) return (await takeRecoveryCode(tx, userId, code, now)) ? "recovery_code" : null;
  const step = stepOfCode(openAtRest(sealedSecret, placeOfSecret(userId)), code, now);
  if (step === null) return null;
  const taken = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(eq(authenticators.userId, userId), lt(authenticators.lastStep, step)))
    .returning({ userId: authenticators.userId });
  return taken.length > 0 ? "authenticator" : null;
}

async function takeRecoveryCode(tx: Tx, userId: UserId, code: string, now: Date): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.hash, hashOfRecoveryCode(code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId });
  return taken.length > 0;
}

type Attempt = { deviceIdentifier: string; rememberToken: string | null; code: string | null };

/**
 * Takes the second step of a log-in.
 *
 * @returns by what; null where the account takes none, or this browser is remembered.
 * @throws {Refused} `code_needed` or `wrong_code`.
 */
export async function takeSecondStep(tx: Tx, userId: UserId, attempt: Attempt, now: Date) {
  const authenticator = await authenticatorOf(tx, userId);
  if (!authenticator || (await isRemembered(tx, userId, attempt, now))) return null;
  if (attempt.code === null) throw new Refused("code_needed");
  return takeOwnCode(tx, userId, authenticator, attempt.code, now);
}

/** @throws {Refused} `wrong_code` when the code is wrong, or was used before. */
export async function takeOwnCode(
  tx: Tx,
  userId: UserId,
  authenticator: { sealedSecret: string },
  code: string,
  now: Date,
) {
  const taken = await takeCode(tx, userId, authenticator, code, now);
  if (taken === null) throw new Refused("wrong_code");
  return taken;
}

/**
 * A code of somebody who is logged in, for what changes the second step itself: the master password alone is not
 * enough for that.
 *
 * @throws {NotFound} when the account takes no second step.
 */
export async function expectCode(tx: Tx, userId: UserId, code: string, now: Date): Promise<void> {
  const authenticator = await authenticatorOf(tx, userId);
  if (!authenticator) throw new NotFound();
  await takeOwnCode(tx, userId, authenticator, code, now);
}

/** Puts fresh recovery codes in the place of all that there were, and answers them: they are kept as hashes. */
export async function issueRecoveryCodes(tx: Tx, userId: UserId): Promise<string[]> {
  await dropRecoveryCodes(tx, userId);
  const codes = makeRecoveryCodes();
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, hash: hashOfRecoveryCode(code) })));
  return codes.map(shownRecoveryCode);
}

export const dropRecoveryCodes = (tx: Tx, userId: UserId) =>
  tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
