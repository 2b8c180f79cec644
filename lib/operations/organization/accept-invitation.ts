import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { mayAccept } from "@/lib/domain/invitation";
import { mayJoin } from "@/lib/domain/policy/binding";
import { signedIn } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { isOfJoinedTeam } from "@/lib/operations/is-in-team";
import { ownAccount } from "@/lib/operations/locks";
import { mailAcceptance } from "@/lib/operations/organization/internal/mail-acceptance";
import { ownOrganizations } from "@/lib/operations/organization/internal/own-organizations";
import { ownerHasAnswered } from "@/lib/operations/organization/internal/owner-answered";
import { done } from "@/lib/operations/outcome";
import { lackingAmong } from "@/lib/operations/policy/internal/lacking";
import { addresseeOf, provesAddress } from "@/lib/operations/token/internal/addressee-of";
import { lockToken, lookUpToken, spendToken, Token } from "@/lib/operations/token/internal/find-token";
import { organizationOfLink } from "@/lib/operations/token/internal/locks-of-link";

/**
 * Accepts an invitation into an organization as whoever is signed in. The link proves that the address is
 * theirs, so the address counts as verified afterwards.
 *
 * @throws {Refused} `email_does_not_match` with both addresses; `already_a_member`; what a policy wants; the link's
 *   own refusals.
 */
export const acceptOrganizationInvitation = defineCommand({
  name: "organization.accept_invitation",
  input: z.object({ token: Token }),
  access: signedIn,
  locks: async ({ tx, actor, input: { token } }) => [
    ...ownAccount(actor),
    ...(await organizationOfLink(tx, token)),
    ...(await ownOrganizations(tx, actor)),
  ],
  async run({ tx, actor, input: { token }, now }) {
    const { row: known } = await lookUpToken(tx, token, now);
    const memberId = known?.organizationMemberId ?? null;
    const [member] = memberId ? await invitationOf(tx, memberId) : [];
    const link = await lockToken(tx, token, ["organization_member"], now);
    if (!member) throw new Refused("link_unknown");
    const { userId, email } = await addresseeOf(tx, link, actor);
    const { organizationId, status } = member;
    const places = await tx.$count(
      organizationMembers,
      and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.userId, userId)),
    );
    assertAllowed(mayAccept({ status, isMember: places > 0, isSuspended: member.state === "suspended" }));
    const lacking = (await lackingAmong(tx, organizationId, [{ userId, role: member.role }])).get(userId);
    assertAllowed(mayJoin(lacking?.lacks ?? null, member.name, lacking?.boundTo ?? null));

    await spendToken(tx, link.id, now);
    await tx
      .update(organizationMembers)
      .set({ status: "accepted", userId, email: null, acceptedAt: now, revisedAt: now })
      .where(eq(organizationMembers.id, member.id));
    await provesAddress(tx, userId, now);
    if (member.answers) await ownerHasAnswered(tx, organizationId, now);
    await mailAcceptance(tx, member.id, email, now);
    return done(
      { organizationId, organizationName: member.name },
      {
        type: "organization_member.accepted",
        organizationId,
        organizationMemberId: member.id,
        userId,
        details: { email, role: member.role },
      },
    );
  },
});

/** The member's row is locked before the link's, in the order in which removing and inviting again do. */
const invitationOf = (tx: Tx, memberId: OrganizationMemberId) =>
  tx
    .select({
      id: organizationMembers.id,
      status: organizationMembers.status,
      role: organizationMembers.role,
      organizationId: organizationMembers.organizationId,
      answers: sql<boolean>`${organizationMembers.role} = 'owner' and ${organizationMembers.placeOfProvider} is null
        and not ${organizationMembers.letInByProvider} and not ${isOfJoinedTeam}`,
      name: organizations.name,
      state: organizations.state,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(eq(organizationMembers.id, memberId))
    .for("update", { of: organizationMembers });
