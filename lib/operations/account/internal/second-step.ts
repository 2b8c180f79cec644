import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { PasskeySignature } from "@/lib/domain/account/passkey";
import type { SessionId, UserId } from "@/lib/domain/ids";
import { askToSign, takeSignature } from "@/lib/operations/account/internal/passkey";
import type { Bound } from "@/lib/operations/account/internal/passkey-challenge";
import { isRemembered } from "@/lib/operations/account/internal/remembered-device";
import { methodsOf } from "@/lib/operations/account/internal/second-step-methods";
import { type Account, takeCode } from "@/lib/operations/account/internal/take-code";
import { NotFound, Refused } from "@/lib/operations/errors";

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
