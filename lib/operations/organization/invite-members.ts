import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { OrganizationId } from "@/lib/domain/ids";
import { InviteMembers } from "@/lib/domain/organization/inputs";
import { mayManageRole, mayTakeSeats } from "@/lib/domain/organization/member";
import { insertGrants } from "@/lib/operations/collection/grants";
import { lockManagedCollections } from "@/lib/operations/collection/lock-collections";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { InvalidFields } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/mail-limits";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { lockOrganization } from "@/lib/operations/organization/lock-organization";
import { invitingOrganization, mailInvitations } from "@/lib/operations/organization/mail-invitations";
import { doneEach } from "@/lib/operations/outcome";

/**
 * Invites up to 20 addresses, each taking a seat at once. All or none: whoever is a member already is told
 * at their place in the list, and nothing has happened.
 *
 * @throws {InvalidFields} `already_a_member` at `emails.N`.
 */
export const inviteOrganizationMembers = defineCommand({
  name: "organization.invite_members",
  input: InviteMembers,
  access: inOrganization.invite_members,
  throttle: ({ actor }) => [mailThrottle(actor)],
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  quota: ({ input: { emails } }) => mailQuota(emails),
  async run({ tx, input: { organizationId, emails, role, collections }, standing, now }) {
    const place = placeOf(standing);
    assertAllowed(mayManageRole(place, role));
    const { seats, usedSeats } = await lockOrganization(tx, organizationId);
    await refuseMembers(tx, organizationId, emails);
    assertAllowed(mayTakeSeats(seats, usedSeats, emails.length));
    const collectionIds = collections.map(({ collectionId }) => collectionId);
    await lockManagedCollections(tx, place, organizationId, collectionIds, "no key update");

    const invited = await tx
      .insert(organizationMembers)
      .values(
        emails.map((email) => ({ organizationId, email, role, status: "invited" as const, invitedAt: now })),
      )
      .returning({ memberId: organizationMembers.id, email: organizationMembers.email });
    await tx
      .update(organizations)
      .set({ usedSeats: sql`${organizations.usedSeats} + ${emails.length}`, revisedAt: now })
      .where(eq(organizations.id, organizationId));
    const grants = invited.flatMap(({ memberId }) =>
      collections.map((grant) => ({ organizationId, memberId, ...grant })),
    );
    await insertGrants(tx, grants);

    await mailInvitations(
      tx,
      await invitingOrganization(tx, organizationId),
      invited.map(({ memberId, email }) => ({ memberId, email: email ?? "", role })),
      now,
    );
    return doneEach({ invited: invited.length }, invited, ({ memberId, email }) => ({
      type: "organization_member.invited",
      organizationId,
      organizationMemberId: memberId,
      details: { email: email ?? "", role },
    }));
  },
});

async function refuseMembers(tx: Tx, organizationId: OrganizationId, emails: string[]) {
  const address = sql<string>`coalesce(${users.email}, ${organizationMembers.email})`;
  const known = await tx
    .select({ address })
    .from(organizationMembers)
    .leftJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        or(inArray(users.email, emails), inArray(organizationMembers.email, emails)),
      ),
    );
  const [first, ...more] = known.map(({ address: email }) => ({
    field: `emails.${emails.indexOf(email)}`,
    code: "already_a_member" as const,
  }));
  if (first) throw new InvalidFields(first, ...more);
}
