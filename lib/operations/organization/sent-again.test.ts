import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { execute } from "@/lib/operations/command";
import { count } from "@/lib/operations/limits";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { tell } from "@/lib/operations/mail/internal/tell";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { mailsTo, queuedMails } from "@/test/mails";
import { aConfirmed, aMemberOf, anOrganizationWith, aVisit } from "@/test/organization";
import { aPerson, type Person } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const one = (organizationId: OrganizationId, ...memberIds: OrganizationMemberId[]) => ({
  organizationId,
  memberIds,
});

/** Somebody who was invited, and somebody invited who was revoked. */
async function withInvited(tx: Tx, role: OrganizationRole = "user") {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const admin = await aConfirmed(tx, organizationId, "admin", "Betty Warden");
  const aRow = async (name: string) => {
    const person = await aPerson(tx, name);
    const memberId = await aMemberOf(tx, organizationId, person, { role, status: "invited" });
    return { ...person, memberId };
  };
  const [invited, revoked] = [await aRow("Billy Warden"), await aRow("Bob Warden")];
  await tx
    .update(organizationMembers)
    .set({ status: "revoked", revocationReason: "manual" })
    .where(eq(organizationMembers.id, revoked.memberId));
  return { organizationId, owner, admin, invited, revoked };
}

/** As many acts that send mail as somebody has within an hour. */
async function useUp(tx: Tx, { actor }: Person) {
  for (const limit of mailThrottle(actor))
    await count(
      tx,
      Array.from({ length: limit.points }, () => limit),
      new Date(),
    );
}

describe("an invitation", () => {
  test("to an owner is sent again by owners alone", async ({ tx }) => {
    const { organizationId, owner, admin, invited } = await withInvited(tx, "owner");
    const target = one(organizationId, invited.memberId);
    await expectRefused(tx, resendOrganizationInvitations, admin.actor, target, "only_owners_manage_owners");
    await execute(tx, resendOrganizationInvitations, owner.actor, target);
    expect(await mailsTo(tx, invited.email)).toHaveLength(1);
  });

  test("to somebody of the provider's team is not sent again by the provider without an approval", async ({
    tx,
  }) => {
    const { providerId, technician, colleague } = await aProviderWith(tx, {
      technician: "service_user, confirmed",
      colleague: "service_user, confirmed",
    });
    const organizationId = await aClientOf(tx, providerId);
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    await aVisit(tx, organizationId, providerId, technician);
    const memberId = await aMemberOf(tx, organizationId, colleague, { status: "invited" });
    const target = one(organizationId, memberId);
    await expectRefused(tx, resendOrganizationInvitations, technician.actor, target, "owner_approval_needed");
    expect(await queuedMails(tx)).toEqual([]);
    await execute(tx, resendOrganizationInvitations, owner.actor, target);
  });
});

describe("whoever is restored", () => {
  test("as invited gets no link while their mailbox is full, and is told so", async ({ tx }) => {
    const { organizationId, owner, revoked } = await withInvited(tx);
    const mail = { kind: "provider.removed", providerName: "My Provider" } as const;
    for (let letters = 0; letters < 20; letters++)
      await tell(tx, { email: revoked.email, locale: "en" }, mail, new Date());
    const target = one(organizationId, revoked.memberId);
    await expectRefused(tx, restoreOrganizationMembers, owner.actor, target, "too_many_letters");
  });

  test("is restored by nobody who has sent as much mail as one account may", async ({ tx }) => {
    const { organizationId, owner, admin, revoked, invited } = await withInvited(tx);
    await useUp(tx, owner);
    const restored = one(organizationId, revoked.memberId);
    const resent = one(organizationId, invited.memberId);
    await expectRefused(tx, restoreOrganizationMembers, owner.actor, restored, "too_many_attempts");
    await expectRefused(tx, resendOrganizationInvitations, owner.actor, resent, "too_many_attempts");
    await execute(tx, restoreOrganizationMembers, admin.actor, restored);
  });
});
