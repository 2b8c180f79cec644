import { eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { tokenMailedTo } from "@/test/mails";
import { aConfirmed, aMemberOf, keyOf } from "@/test/organization";
import { sealedKey } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";
import { aProviderWith } from "@/test/provider";

test("where members are confirmed automatically, nobody of the team joins or is confirmed, and no member joins the team", async ({
  tx,
}) => {
  const team = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    technician: "service_user, confirmed",
    colleague: "service_user, confirmed",
  });
  const { providerId, boss, technician, colleague } = team;
  const { organizationId } = await anEnterprise(tx, { provider: team });
  await aPolicy(tx, organizationId, "automatic_confirmation");
  const owner = await aConfirmed(tx, organizationId, "owner", "Olive Owner");
  const member = await aConfirmed(tx, organizationId, "user", "Mia Member");

  const emails = [technician.email];
  await execute(tx, inviteOrganizationMembers, owner.actor, {
    organizationId,
    emails,
    role: "user",
    collections: [],
  });
  const token = await tokenMailedTo(tx, technician.email);
  await expectRefused(
    tx,
    acceptOrganizationInvitation,
    technician.actor,
    { token },
    "takes_nobody_of_the_team",
  );

  const memberId = await aMemberOf(tx, organizationId, colleague, { role: "user", status: "accepted" });
  const confirming = {
    organizationId,
    organizationKeyId: keyOf(organizationId),
    people: [{ memberId, publicKey: colleague.publicKey, organizationKeyForMember: sealedKey() }],
  };
  await expectRefused(tx, confirmOrganizationMembers, owner.actor, confirming, "takes_nobody_of_the_team");

  await execute(tx, inviteProviderMembers, boss.actor, {
    providerId,
    role: "service_user",
    emails: [member.email],
  });
  const joining = { token: await tokenMailedTo(tx, member.email) };
  await expectRefused(tx, acceptProviderInvitation, member.actor, joining, "member_where_none_is_taken");
  await tx.delete(organizationMembers).where(eq(organizationMembers.id, member.memberId));
  await execute(tx, acceptProviderInvitation, member.actor, joining);
  await tx.delete(providerMembers).where(eq(providerMembers.userId, colleague.userId));
  await execute(tx, confirmOrganizationMembers, owner.actor, confirming);
});
