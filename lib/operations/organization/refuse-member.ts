import "server-only";
import { mayStopOwning } from "@/lib/domain/organization/counting-owner";
import { AnswerMember } from "@/lib/domain/organization/inputs";
import { mayRefuseProvider } from "@/lib/domain/organization/provider-place";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { tell } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { deleteMembers } from "@/lib/operations/organization/internal/delete-members";
import { answered, lockAsked } from "@/lib/operations/organization/internal/lock-asked";
import { accountsOf, countConfirmed } from "@/lib/operations/organization/internal/lock-members";
import { done } from "@/lib/operations/outcome";

/** Refuses what the provider has asked for: the place of somebody in its team is deleted, and its seat is free. */
export const refuseOrganizationMember = defineCommand({
  name: "organization.refuse_member",
  input: AnswerMember,
  access: inOrganization.remove_members,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: async ({ tx, input: { organizationId, memberId } }) => [
    organization(organizationId),
    ...(await accountsOf(tx, { organizationId, memberIds: [memberId] })),
  ],
  async run({ tx, input, standing, now }) {
    const { organizationId, memberId } = input;
    const asked = await lockAsked(tx, mayRefuseProvider(placeOf(standing)), input);
    const confirmed = await countConfirmed(tx, organizationId);
    assertAllowed(mayStopOwning({ ...asked.member, isYou: false }, confirmed));
    const ofCollections = await deleteMembers(tx, organizationId, [asked.member], now);
    const { email, locale, approval, client } = asked;
    // Somebody who was only asked for has had no letter, so they get none now.
    if (approval !== "asked")
      await tell(
        tx,
        { email, locale },
        { kind: "organization.removed", organizationName: client.client },
        now,
      );
    return done(
      { memberId },
      ...answered(asked, {
        organization: "organization_member.approval_refused",
        provider: "client.approval_refused",
      }),
      ...ofCollections,
    );
  },
});
