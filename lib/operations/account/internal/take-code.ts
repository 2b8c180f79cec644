import "server-only";
import { and, eq, isNull, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import type { UserId } from "@/lib/domain/ids";
import { takeMailedCode } from "@/lib/operations/account/internal/mailed-code";
import { hashOfRecoveryCode } from "@/lib/operations/account/internal/recovery-code";
import {
  authenticatorOf,
  methodsOf,
  placeOfSecret,
} from "@/lib/operations/account/internal/second-step-methods";
import { stepOfCode } from "@/lib/operations/account/internal/totp";
import { openAtRest } from "@/lib/secrets-at-rest";

/** Of whom a code is, and where codes are mailed to. */
export type Account = { userId: UserId; email: string };

/**
 * Takes a code, which then works no more. The statement itself decides: of the same code at the same moment, one is
 * taken.
 *
 * @returns by what it was taken; null when it is wrong, or was used before.
 */
export async function takeCode(tx: Tx, { userId, email }: Account, code: string, now: Date) {
  if (!/^\d+$/u.test(code)) return (await takeRecoveryCode(tx, userId, code, now)) ? "recovery_code" : null;
  const authenticator = await authenticatorOf(tx, userId);
  if (authenticator && (await takeTotp(tx, userId, authenticator, code, now))) return "authenticator";
  // A code that was mailed before the method went works no more.
  if (!(await methodsOf(tx, userId)).includes("mail")) return null;
  const mailed = { userId, purpose: "second_step", address: email } as const;
  return (await takeMailedCode(tx, mailed, code, now)) ? "mail" : null;
}

/** Takes a code of an authenticator app. */
export async function takeTotp(
  tx: Tx,
  userId: UserId,
  { sealedSecret }: { sealedSecret: string },
  code: string,
  now: Date,
): Promise<boolean> {
  const step = stepOfCode(openAtRest(sealedSecret, placeOfSecret(userId)), code, now);
  if (step === null) return false;
  const taken = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(eq(authenticators.userId, userId), lt(authenticators.lastStep, step)))
    .returning({ userId: authenticators.userId });
  return taken.length > 0;
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
