import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { features } from "@/lib/domain/organization/plans";
import { usableForMs } from "@/lib/domain/recovery/term";
import { checkSession } from "@/lib/operations/account/check-session";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aConfirmed, anOrganizationWith, aProviderWithAdmin } from "@/test/organization";

/** A client of a provider, and what asks to recover one of its members. */
async function anAskedRecovery(tx: Tx) {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, {
    provider: { providerId },
    features: [...features],
  });
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  const user = await aConfirmed(tx, organizationId, "user", "Una User");
  const toApprove = async () =>
    (await ask(tx, getOrganizationFrame, owner.actor, { organizationId })).recoveriesToApprove;
  const isTold = async (to: typeof user) => {
    const claimed = { userId: to.userId, sessionId: to.actor.sessionId };
    return (await ask(tx, checkSession, to.actor, claimed))?.isRecoveryAsked;
  };
  const askedFor = (agoMs: number, more: Partial<typeof accountRecoveries.$inferInsert> = {}) => {
    const at = new Date(Date.now() - agoMs);
    return tx.insert(accountRecoveries).values({
      organizationId,
      memberId: user.memberId,
      memberRole: "user",
      askedBy: admin.userId,
      askedAt: at,
      readyAt: at,
      forProvider: true,
      ...more,
    });
  };
  return { owner, user, toApprove, isTold, askedFor };
}

test("a recovery that waits is counted for the owner who can approve it, and told to the member alone", async ({
  tx,
}) => {
  const { owner, user, toApprove, isTold, askedFor } = await anAskedRecovery(tx);
  expect([await toApprove(), await isTold(user)]).toEqual([0, false]);
  await askedFor(60_000);
  expect([await toApprove(), await isTold(user), await isTold(owner)]).toEqual([1, true, false]);
  await tx.update(accountRecoveries).set({ approvedBy: owner.userId, approvedAt: new Date() });
  expect(await toApprove()).toBe(0);
});

test.for([
  ["its time is over", usableForMs + 60_000, {}],
  ["the member has another role by now", 60_000, { memberRole: "admin" }],
  ["a member's own administrator asked", 60_000, { forProvider: false }],
] as const)("a recovery waits for no approval where %s", async ([, ago, more], { tx }) => {
  const { toApprove, askedFor } = await anAskedRecovery(tx);
  await askedFor(ago, more);
  expect(await toApprove()).toBe(0);
});
