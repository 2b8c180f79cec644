import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import type { AuditEvent } from "@/lib/domain/events";
import type { UserId } from "@/lib/domain/ids";
import {
  hashOfRecoveryCode,
  makeRecoveryCodes,
  shownRecoveryCode,
} from "@/lib/operations/account/internal/recovery-code";
import { forgetDevices } from "@/lib/operations/account/internal/remembered-device";
import { methodsOf } from "@/lib/operations/account/internal/second-step-methods";
import { warnAccount } from "@/lib/operations/account/internal/warn-account";
import { revokeWithoutTwoStep } from "@/lib/operations/organization/internal/revoke-without-two-step";

/** Puts fresh recovery codes in the place of all that there were, and answers them: they are kept as hashes. */
export async function issueRecoveryCodes(tx: Tx, userId: UserId): Promise<string[]> {
  await dropRecoveryCodes(tx, userId);
  const codes = makeRecoveryCodes();
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, hash: hashOfRecoveryCode(code) })));
  return codes.map(shownRecoveryCode);
}

const dropRecoveryCodes = (tx: Tx, userId: UserId) =>
  tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));

type Before = { had: boolean };
type Changes = [AuditEvent, ...AuditEvent[]];

/** Whether the account took a second step before a method is added or taken away. */
export const beforeChange = async (tx: Tx, userId: UserId): Promise<Before> => ({
  had: (await methodsOf(tx, userId)).length > 0,
});

/**
 * What follows from a method that was added or taken away: the first brings recovery codes, the last takes them and
 * every remembered browser with it, and the place in each organization that requires one. The holder is told by mail
 * either way.
 *
 * @returns the recovery codes where there are new ones, which are shown once, else none; and the events.
 */
export async function afterChange(tx: Tx, userId: UserId, { had }: Before, now: Date) {
  const has = (await methodsOf(tx, userId)).length > 0;
  const at = now.toISOString();
  const changed: AuditEvent = { type: has ? "user.changed_two_step" : "user.turned_off_two_step", userId };
  if (has && had) {
    await warnAccount(tx, userId, { kind: "account.two_step_changed", at }, now);
    return { recoveryCodes: [], events: [changed] as Changes };
  }
  await warnAccount(tx, userId, { kind: has ? "account.two_step_on" : "account.two_step_off", at }, now);
  if (has) return { recoveryCodes: await issueRecoveryCodes(tx, userId), events: [changed] as Changes };
  await dropRecoveryCodes(tx, userId);
  await forgetDevices(tx, userId);
  const events: Changes = [changed, ...(await revokeWithoutTwoStep(tx, userId, now))];
  return { recoveryCodes: [], events };
}
