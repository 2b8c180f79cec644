import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { OrganizationMemberId } from "@/lib/domain/ids";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { mailAcceptance } from "@/lib/operations/organization/mail-acceptance";
import { done } from "@/lib/operations/outcome";
import { advanced } from "@/lib/operations/revision/advance";
import { lockToken, lookUpToken, spendToken, Token } from "@/lib/operations/token/find-token";
import { organizationOfLink } from "@/lib/operations/token/locks-of-link";

/**
 * Accepts an invitation into an organization as whoever is signed in. The link proves that the address is
 * theirs, so the address counts as verified afterwards.
 *
 * @throws {Refused} `email_does_not_match` with both addresses; `already_a_member`; the link's own refusals.
 */
export const acceptOrganizationInvitation = defineCommand({
  name: "organization.accept_invitation",
  input: z.object({ token: Token }),
  access: signedIn,
  locks: ({ tx, input: { token } }) => organizationOfLink(tx, token),
  async run({ tx, actor, input: { token }, now }) {
    const userId = personOf(actor);
    const { row: known } = await lookUpToken(tx, token, now);
    const memberId = known?.organizationMemberId ?? null;
    const [member] = memberId ? await invitationOf(tx, memberId) : [];
    const link = await lockToken(tx, token, ["organization_member"], now);
    if (!member || !link.email) throw new Refused("link_unknown");
    const [person] = await tx
      .select({ email: users.email, name: users.name })
      .from(users)
      .where(eq(users.id, userId));
    if (!person) throw new NotFound();
    if (person.email !== link.email)
      throw new Refused("email_does_not_match", { invited: link.email, yours: person.email });

    if (member.status === "revoked") throw new Refused("link_unknown");
    if (member.status !== "invited") throw new Refused("already_accepted");
    const { organizationId } = member;
    const already = await tx.$count(
      organizationMembers,
      and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.userId, userId)),
    );
    if (already > 0) throw new Refused("already_a_member");

    await spendToken(tx, link.id, now);
    await tx
      .update(organizationMembers)
      .set({ status: "accepted", userId, email: null, acceptedAt: now, revisedAt: now })
      .where(eq(organizationMembers.id, member.id));
    await tx
      .update(users)
      .set({
        accountRevisedAt: advanced(users.accountRevisedAt),
        emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now.toISOString()}::timestamptz)`,
      })
      .where(eq(users.id, userId));
    await mailAcceptance(tx, member, person.name ?? person.email, now);
    return done(
      { organizationId, organizationName: member.name },
      {
        type: "organization_member.accepted",
        organizationId,
        organizationMemberId: member.id,
        userId,
        details: { email: person.email, role: member.role },
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
      name: organizations.name,
      providerId: organizations.providerId,
    })
    .from(organizationMembers)
    .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
    .where(eq(organizationMembers.id, memberId))
    .for("update", { of: organizationMembers });
