import "server-only";
import { eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { all } from "@/lib/domain/decision";
import { ConfirmMember } from "@/lib/domain/organization/inputs";
import { mayConfirmMember } from "@/lib/domain/organization/member";
import { approvalOf, mayConfirmPlaceOf, mayLetIn } from "@/lib/domain/organization/provider-place";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { pageLink } from "@/lib/operations/links";
import { organization } from "@/lib/operations/locks";
import { tell } from "@/lib/operations/mail/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { touchedOwners } from "@/lib/operations/organization/both-logs";
import { expectCurrentKey } from "@/lib/operations/organization/expect-current-key";
import { countConfirmed, lockMember } from "@/lib/operations/organization/lock-member";
import { lockOrganization } from "@/lib/operations/organization/lock-organization";
import { isForProvider } from "@/lib/operations/organization/team-of-provider";
import { done } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/advance";

/**
 * Confirms somebody who has accepted, and keeps the organization's key sealed to them. The server can check
 * the seal's form and for whom it was made, not what is inside: a wrong key harms only its receiver. Whether they
 * are of the provider's team is looked at now: somebody may have joined it since they were invited.
 */
export const confirmOrganizationMember = defineCommand({
  name: "organization.confirm_member",
  input: ConfirmMember,
  access: inOrganization.confirm_members,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, actor, input, standing, now }) {
    const { organizationId, memberId, publicKey, organizationKeyForMember, organizationKeyId } = input;
    const place = placeOf(standing);
    const { name: organizationName } = await lockOrganization(tx, organizationId);
    const member = await lockMember(tx, organizationId, memberId);
    const { members, owners: confirmedOwners } = await countConfirmed(tx, organizationId);
    const forProvider = await isForProvider(tx, place);
    const { ofTeam } = member;
    const lettingIn = { forProvider, ofTeam, approval: approvalOf(member), confirmedOwners };
    const isOwnPlace = member.userId === personOf(actor);
    const ofOthers = mayConfirmPlaceOf(isOwnPlace, confirmedOwners);
    assertAllowed(all(mayConfirmMember(place, member, members), ofOthers, mayLetIn(lettingIn)));
    if (!member.userId || !member.email) throw new Refused("member_not_accepted");
    if (member.publicKey !== publicKey) throw new Refused("public_key_changed");
    await expectCurrentKey(tx, organizationId, organizationKeyId);

    await tx
      .update(organizationMembers)
      .set({
        status: "confirmed",
        organizationKeyForMember,
        organizationKeyId,
        confirmedAt: now,
        revisedAt: now,
        ...(forProvider && ofTeam && { placeOfProvider: place.providerId }),
      })
      .where(eq(organizationMembers.id, memberId));
    await advanceAccount(tx, member.userId);
    await tell(
      tx,
      { email: member.email, locale: member.locale },
      { kind: "organization.confirmed", link: pageLink("/vault"), organizationName },
      now,
    );
    return done(
      { memberId },
      {
        type: "organization_member.confirmed",
        organizationId,
        organizationMemberId: memberId,
        userId: member.userId,
        details: { email: member.email, role: member.role },
      },
      ...(await touchedOwners(
        tx,
        place,
        organizationId,
        member.role === "owner" ? [{ memberId, email: member.email }] : [],
        "confirmed",
      )),
    );
  },
});
