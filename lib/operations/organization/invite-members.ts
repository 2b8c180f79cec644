import "server-only";
import { all } from "@/lib/domain/decision";
import type { AuditEvent } from "@/lib/domain/events";
import type { InvitationOutcome } from "@/lib/domain/invitations";
import { mayGrant } from "@/lib/domain/organization/custom-role";
import { InviteMembers } from "@/lib/domain/organization/inputs";
import { mayManageRole, mayTakeSeats } from "@/lib/domain/organization/member";
import { personOf } from "@/lib/operations/account/access";
import { expectKeptFromProvider } from "@/lib/operations/collection/internal/expect-kept-from-provider";
import { insertGrants } from "@/lib/operations/collection/internal/grants";
import { lockManagedCollections } from "@/lib/operations/collection/internal/lock-collections";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { putIntoGroups } from "@/lib/operations/group/internal/belonging";
import { holdGroupsToGive } from "@/lib/operations/group/internal/hold-groups-to-give";
import { organization, ownAccount, team } from "@/lib/operations/locks";
import { mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { askedPlace, askOwners } from "@/lib/operations/organization/internal/ask-owners";
import { touchedOwners } from "@/lib/operations/organization/internal/both-logs";
import { insertInvited } from "@/lib/operations/organization/internal/insert-invited";
import { knownOutcomes } from "@/lib/operations/organization/internal/known-outcomes";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";
import {
  invitingOrganization,
  mailInvitations,
} from "@/lib/operations/organization/internal/mail-invitations";
import { whoIsLetIn } from "@/lib/operations/organization/internal/owner-answered";
import { lockOfTeam } from "@/lib/operations/organization/internal/team-of-provider";
import { doneEach } from "@/lib/operations/outcome";
import { invitationRows } from "@/lib/operations/people/internal/invitation-rows";
import { providerOf } from "@/lib/operations/provider-of";

/**
 * Invites up to 20 people, each taking a seat at once. An address that is a member already is told and passed over;
 * the others are invited all the same. Where the provider invites its own people, the owners are asked first.
 */
export const inviteOrganizationMembers = defineCommand({
  name: "organization.invite_members",
  input: InviteMembers,
  access: inOrganization.invite_members,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: async ({ tx, actor, input: { organizationId, emails } }) => [
    organization(organizationId),
    ...ownAccount(actor),
    ...(await lockOfTeam(tx, providerOf(organizationId), emails)),
  ],
  async run({ tx, actor, input, standing, now, mustHold }) {
    const { organizationId, emails, role, permissions, groupIds, collections } = input;
    const place = placeOf(standing);
    assertAllowed(all(mayManageRole(place, role), mayGrant(place, null, { role, permissions })));
    const { seats, usedSeats } = await lockOrganization(tx, organizationId);
    const known = await knownOutcomes(tx, place, organizationId, emails);
    const rows = await invitationRows(tx, emails, known, now);
    const among = (outcome: InvitationOutcome) =>
      new Set(rows.flatMap((row) => (row.outcome === outcome ? row.email : [])));
    const [letters, awaiting] = [among("invited"), among("awaiting_approval")];
    if (awaiting.size > 0 && place.providerId) mustHold(team(place.providerId));
    assertAllowed(mayTakeSeats(seats, usedSeats, letters.size + awaiting.size));
    const collectionIds = collections.map(({ collectionId }) => collectionId);
    await lockManagedCollections(tx, place, organizationId, collectionIds, "no key update");

    await holdGroupsToGive(tx, place, organizationId, groupIds);

    const isLetIn = await whoIsLetIn(tx, place, organizationId, role);
    const added = await insertInvited(tx, { organizationId, role, permissions, now }, [
      ...[...letters].map((email, nth) => ({ email, letInByProvider: isLetIn(nth) })),
      ...[...awaiting].map((email) => ({
        email,
        letInByProvider: true,
        ...askedPlace(place, personOf(actor), now),
      })),
    ]);
    if (collections.length + groupIds.length > 0)
      await expectKeptFromProvider(tx, place, {
        organizationId,
        memberIds: added.map(({ memberId }) => memberId),
      });
    await insertGrants(
      tx,
      added.flatMap(({ memberId }) => collections.map((grant) => ({ organizationId, memberId, ...grant }))),
    );
    await putIntoGroups(
      tx,
      organizationId,
      groupIds,
      added.map(({ memberId }) => memberId),
    );
    const sent = added.filter(({ email }) => letters.has(email));
    const asked = added.filter(({ email }) => awaiting.has(email));
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
    return doneEach({ rows }, events, (event) => event);
  },
});
