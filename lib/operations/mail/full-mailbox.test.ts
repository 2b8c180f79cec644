import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { rateLimits } from "@/db/schema/rate-limits";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { linkClient } from "@/lib/operations/client/link-client";
import { execute } from "@/lib/operations/command";
import { tell } from "@/lib/operations/mail/internal/tell";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { mailsTo } from "@/test/mails";
import { aConfirmed, aMemberOf, anOrganizationWith, aVisit, keyOf } from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const [full, other] = ["full@client.example", "other@client.example"];

/** As many letters as a mailbox gets within an hour. */
async function fill(tx: Tx, email: string) {
  const mail = { kind: "provider.removed", providerName: "My Provider" } as const;
  for (let number = 0; number < 20; number++) await tell(tx, { email, locale: "en" }, mail, new Date());
}

const invitationsTo = async (tx: Tx, email: string) =>
  (await mailsTo(tx, email)).filter(({ kind }) => kind.includes("invite")).length;

const outcomes = [
  { email: full, outcome: "too_many_letters" },
  { email: other, outcome: "invited" },
];

test("a full mailbox keeps nobody else from being invited into a team", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  await fill(tx, full);
  const input = { providerId, emails: [full, other], role: "service_user" as const };
  expect(await execute(tx, inviteProviderMembers, brett.actor, input)).toEqual({ rows: outcomes });
  expect([await invitationsTo(tx, full), await invitationsTo(tx, other)]).toEqual([0, 1]);
});

test("a full mailbox keeps nobody else from being invited into an organization, and takes no seat", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx, { seats: 2 });
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  await fill(tx, full);
  const input = { organizationId, emails: [full, other], role: "user" as const, collections: [] };
  expect(await execute(tx, inviteOrganizationMembers, owner.actor, input)).toEqual({ rows: outcomes });
  expect([await invitationsTo(tx, full), await invitationsTo(tx, other)]).toEqual([0, 1]);
});

test("sending again is told for a full mailbox, and done for the others", async ({ tx }) => {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    dee: "service_user, invited",
    ann: "service_user, invited",
  });
  const { providerId, brett, dee, ann } = team;
  await fill(tx, dee.email);
  const memberIds = [dee.memberId, ann.memberId];
  const { rows } = await execute(tx, resendProviderInvitations, brett.actor, { providerId, memberIds });
  expect(new Map(rows.map(({ id, refusal }) => [id, refusal]))).toEqual(
    new Map([
      [dee.memberId, "too_many_letters"],
      [ann.memberId, null],
    ]),
  );
  const alone = { providerId, memberIds: [dee.memberId] };
  await expectRefused(tx, resendProviderInvitations, brett.actor, alone, "too_many_letters");

  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner Warden");
  const invited = await Promise.all(
    [full, other].map((email) => aPerson(tx, email, { email }).then((person) => ({ email, person }))),
  );
  const ids: OrganizationMemberId[] = [];
  for (const { person } of invited)
    ids.push(await aMemberOf(tx, organizationId, person, { status: "invited" }));
  await fill(tx, full);
  const again = await execute(tx, resendOrganizationInvitations, owner.actor, {
    organizationId,
    memberIds: ids,
  });
  expect(again.rows.find(({ id }) => id === ids[0])?.refusal).toBe("too_many_letters");
  expect(again.rows.find(({ id }) => id === ids[1])?.refusal).toBeNull();
});

test("an owner whose mailbox is full is asked in the console, and an approval waits for room", async ({
  tx,
}) => {
  const provider = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    dee: "service_user, confirmed",
  });
  const { organizationId } = await anOrganizationWith(tx, { provider });
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner Warden");
  await aVisit(tx, organizationId, provider.providerId, provider.brett);
  await fill(tx, owner.email);
  const input = { organizationId, emails: [provider.dee.email], role: "user" as const, collections: [] };
  const { rows } = await execute(tx, inviteOrganizationMembers, provider.brett.actor, input);
  expect(rows).toEqual([{ email: provider.dee.email, outcome: "awaiting_approval" }]);

  await fill(tx, provider.dee.email);
  const [asked] = await tx
    .select({ memberId: organizationMembers.id, revisedAt: organizationMembers.revisedAt })
    .from(organizationMembers)
    .where(eq(organizationMembers.email, provider.dee.email));
  if (!asked) throw new Error("nobody was asked about");
  const target = { organizationId, ...asked };
  await expectRefused(tx, approveOrganizationMember, owner.actor, target, "too_many_letters");
  await tx.delete(rateLimits);
  await execute(tx, approveOrganizationMember, owner.actor, target);
  expect(await invitationsTo(tx, provider.dee.email)).toBe(1);
});

test("whoever fills a mailbox keeps no notice from it that an organization has a provider", async ({
  tx,
}) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  const { organizationId } = await anOrganizationWith(tx, { seats: 5 });
  await aMemberOf(tx, organizationId, brett, { role: "owner" });
  const owner = await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
  await fill(tx, owner.email);
  await execute(tx, linkClient, brett.actor, {
    providerId,
    organizationId,
    organizationKeyId: keyOf(organizationId),
    organizationKeyForProvider: sealedText(5),
    shown: { plan: "teams_monthly", from: 0, to: 5, purchase: 0 },
  });
  expect((await mailsTo(tx, owner.email)).map(({ kind }) => kind)).toContain("client.linked");
});
