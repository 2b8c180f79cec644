import "server-only";
import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import { users } from "@/db/schema/users";
import type { PasskeySignature } from "@/lib/domain/account/passkey";
import type { SecondStepMethod } from "@/lib/domain/account/two-step";
import type { SessionId, UserId } from "@/lib/domain/ids";
import { isStaff } from "@/lib/operations/account/internal/is-staff";
import { takeMailedCode } from "@/lib/operations/account/internal/mailed-code";
import { askToSign, takeSignature } from "@/lib/operations/account/internal/passkey";
import type { Bound } from "@/lib/operations/account/internal/passkey-challenge";
import { hashOfRecoveryCode } from "@/lib/operations/account/internal/recovery-code";
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
 * How the account's log-in can take its second step, in the order in which they are offered; none where it takes none.
 * People of a provider's team get no codes by mail where they have another method: whoever reads their mail could enter
 * all their clients.
 */
export async function methodsOf(tx: Tx, userId: UserId): Promise<SecondStepMethod[]> {
  const [found] = await tx
    .select({
      authenticator: sql<boolean>`exists (select 1 from authenticators as app
        where app.user_id = users.id and app.confirmed_at is not null)`,
      passkey: sql<boolean>`exists (select 1 from passkeys as own where own.user_id = users.id)`,
      mail: users.codesByMail,
    })
    .from(users)
    .where(eq(users.id, userId));
  const methods = (["passkey", "authenticator", "mail"] as const).filter((method) => found?.[method]);
  if (methods.length < 2 || !found?.mail || !(await isStaff(tx, userId))) return methods;
  return methods.filter((method) => method !== "mail");
}

/** Of whom a code is, and where codes are mailed to. */
type Account = { userId: UserId; email: string };

/**
 * Takes a code, which then works no more. The statement itself decides: of the same code at the same moment, one is
 * taken.
 *
 * @returns by what it was taken; null when it is wrong, or was used before.
 */
async function takeCode(tx: Tx, { userId, email }: Account, code: string, now: Date) {
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

/** What somebody shows as their second step. */
type Shown = { code: string | null; passkey: PasskeySignature | null };

const isShown = ({ code, passkey }: Shown) => code !== null || passkey !== null;

/** @throws {Refused} `wrong_code` or `wrong_passkey` when it is wrong, or was used before. */
async function takeShown(tx: Tx, account: Account, { code, passkey }: Shown, bound: Bound, now: Date) {
  if (passkey) {
    await takeSignature(tx, bound, passkey, now);
    return "passkey" as const;
  }
  const taken = code === null ? null : await takeCode(tx, account, code, now);
  if (taken === null) throw new Refused("wrong_code");
  return taken;
}

type Attempt = Shown & { deviceIdentifier: string; rememberToken: string | null };

/**
 * Takes the second step of a log-in.
 *
 * @returns by what; null where the account takes none, or this browser is remembered.
 * @throws {Refused} `code_needed`, with the methods that there are and what a passkey is to sign; `wrong_code` or
 *   `wrong_passkey`.
 */
export async function takeSecondStep(tx: Tx, account: Account, attempt: Attempt, now: Date) {
  const { userId } = account;
  const methods = await methodsOf(tx, userId);
  if (methods.length === 0 || (await isRemembered(tx, userId, attempt, now))) return null;
  const bound = { userId, purpose: "log_in", at: attempt.deviceIdentifier } as const;
  if (!isShown(attempt)) {
    const toSign = methods.includes("passkey") ? await askToSign(tx, bound, now) : null;
    throw new Refused("code_needed", {
      methods: methods.join(" "),
      ...(toSign && { passkey: JSON.stringify(toSign) }),
    });
  }
  return takeShown(tx, account, attempt, bound, now);
}

/**
 * The second step of somebody who is logged in, for what changes the second step itself: the master password alone is
 * not enough for that.
 *
 * @throws {NotFound} when the account takes no second step.
 */
export async function expectSecondStep(
  tx: Tx,
  { userId, sessionId }: { userId: UserId; sessionId: SessionId },
  shown: Shown,
  now: Date,
): Promise<void> {
  const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!user || (await methodsOf(tx, userId)).length === 0) throw new NotFound();
  await takeShown(tx, { userId, email: user.email }, shown, { userId, purpose: "prove", at: sessionId }, now);
}

/**
 * The same for adding a further method and for changing the address, which are open to accounts without a second step
 * too. Otherwise the master password could turn the step off: with a method that was added for that.
 *
 * @throws {Refused} `code_needed`, with the methods that there are, where the account takes one and none is shown.
 */
export async function expectStepThatIsThere(
  tx: Tx,
  who: { userId: UserId; sessionId: SessionId },
  shown: Shown,
  now: Date,
): Promise<void> {
  const methods = await methodsOf(tx, who.userId);
  if (methods.length === 0) return;
  if (!isShown(shown)) throw new Refused("code_needed", { methods: methods.join(" ") });
  await expectSecondStep(tx, who, shown, now);
}
