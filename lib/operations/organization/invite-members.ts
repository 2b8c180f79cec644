import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { InviteMembers } from "@/lib/domain/organization/inputs";
import { mayManageRole, mayTakeSeats, type OrganizationRole } from "@/lib/domain/organization/member";
import { personOf } from "@/lib/operations/account/access";
import { insertGrants } from "@/lib/operations/collection/grants";
import { lockManagedCollections } from "@/lib/operations/collection/lock-collections";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { InvalidFields } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/mail-limits";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import {
  askedPlace,
  askOwners,
  ownersAskedAbout,
  whoAwaitsApproval,
} from "@/lib/operations/organization/ask-owners";
import { touchedOwners } from "@/lib/operations/organization/both-logs";
import { lockOrganization } from "@/lib/operations/organization/lock-organization";
import { invitingOrganization, mailInvitations } from "@/lib/operations/organization/mail-invitations";
import { doneEach } from "@/lib/operations/outcome";

/**
 * Invites up to 20 addresses, each taking a seat at once. All or none: whoever is a member already is told
 * at their place in the list, and nothing has happened. Where the provider invites its own people, the owners
 * are asked first.
 *
 * @throws {InvalidFields} `already_a_member` or `no_owner_to_approve` at `emails.N`.
 */
export const inviteOrganizationMembers = defineCommand({
  name: "organization.invite_members",
  input: InviteMembers,
  access: inOrganization.invite_members,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  quota: async ({ tx, input: { organizationId, emails } }) =>
    mailQuota([...emails, ...(await ownersAskedAbout(tx, organizationId, emails))]),
  async run({ tx, actor, input: { organizationId, emails, role, collections }, standing, now }) {
    const place = placeOf(standing);
    assertAllowed(mayManageRole(place, role));
    const { seats, usedSeats } = await lockOrganization(tx, organizationId);
    await refuseMembers(tx, organizationId, emails);
    const awaiting = await whoAwaitsApproval(tx, place, organizationId, emails);
    assertAllowed(mayTakeSeats(seats, usedSeats, emails.length));
    const collectionIds = collections.map(({ collectionId }) => collectionId);
    await lockManagedCollections(tx, place, organizationId, collectionIds, "no key update");

    const invited = await tx
      .insert(organizationMembers)
      .values(
        emails.map((email) => ({
          organizationId,
          email,
          role,
          status: "invited" as const,
          invitedAt: now,
          ...(awaiting.has(email) && askedPlace(place, personOf(actor), now)),
        })),
      )
      .returning({ memberId: organizationMembers.id, email: organizationMembers.email });
    const { asked, sent } = apart(invited, awaiting, role);
    await tx
      .update(organizations)
      .set({ usedSeats: sql`${organizations.usedSeats} + ${emails.length}`, revisedAt: now })
      .where(eq(organizations.id, organizationId));
    const grants = invited.flatMap(({ memberId }) =>
      collections.map((grant) => ({ organizationId, memberId, ...grant })),
    );
    await insertGrants(tx, grants);

    await mailInvitations(tx, await invitingOrganization(tx, organizationId), sent, now);
    const events: AuditEvent[] = [
      ...sent.map(({ memberId, email }) => ({
        type: "organization_member.invited" as const,
        organizationId,
        organizationMemberId: memberId,
        details: { email, role },
      })),
      ...(await touchedOwners(tx, place, organizationId, role === "owner" ? sent : [], "invited")),
      ...(await askOwners(tx, organizationId, personOf(actor), asked, now)),
    ];
    return doneEach({ invited: sent.length, awaiting: asked.length }, events, (event) => event);
  },
});

type Invited = { memberId: OrganizationMemberId; email: string | null };

/** Who gets a letter now, and about whom the owners are asked first. */
function apart(invited: Invited[], awaiting: ReadonlySet<string>, role: OrganizationRole) {
  const rows = invited.map(({ memberId, email }) => ({ memberId, email: email ?? "", role }));
  return {
    asked: rows.filter(({ email }) => awaiting.has(email)),
    sent: rows.filter(({ email }) => !awaiting.has(email)),
  };
}

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
