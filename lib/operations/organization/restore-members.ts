import "server-only";
import { eq, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { all } from "@/lib/domain/decision";
import { isAwaitedOwner } from "@/lib/domain/organization/counting-owner";
import { mayGrant } from "@/lib/domain/organization/custom-role";
import { MemberTargets } from "@/lib/domain/organization/inputs";
import { mayTakeSeats } from "@/lib/domain/organization/member";
import { approvalOf, mayGiveToProvider } from "@/lib/domain/organization/provider-place";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";
import { mayRestoreMember, type StatusBefore, statusBefore } from "@/lib/domain/organization/revoking";
import { mayBeLetIn } from "@/lib/domain/policy/binding";
import { personOf } from "@/lib/operations/account/access";
import { defineBulk } from "@/lib/operations/bulk";
import { pageLink } from "@/lib/operations/links";
import { organization, ownAccount } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { ownersAmong, touchedOwners } from "@/lib/operations/organization/internal/both-logs";
import { givenWithPlaces } from "@/lib/operations/organization/internal/kept-from-provider";
import { accountsOf, lockSelected } from "@/lib/operations/organization/internal/lock-members";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";
import {
  invitingOrganization,
  mailInvitations,
} from "@/lib/operations/organization/internal/mail-invitations";
import { setStatuses } from "@/lib/operations/organization/internal/set-statuses";
import { lackingAmong } from "@/lib/operations/policy/internal/lacking";
import { advanceAccounts, advanceOrganization } from "@/lib/operations/revision/internal/advance";

type Selected = Awaited<ReturnType<typeof lockSelected>>[number];
type Returning = Omit<Selected, "status"> & { status: StatusBefore; letIn: boolean };

/** Who was invited gets a new link. Where the owners have been asked and not answered, none was sent yet. */
const isInvitedAgain = (member: Returning) => member.status === "invited" && approvalOf(member) !== "asked";

/**
 * Gives revoked members back what they had, each taking a seat again: an open invitation, a place that waits for its
 * confirmation, or the place of a confirmed member. Whoever's sealed key is gone is to be confirmed anew.
 */
export const restoreOrganizationMembers = defineBulk({
  name: "organization.restore_members",
  input: MemberTargets,
  access: inOrganization.revoke_members,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: async ({ tx, actor, input }) => [
    organization(input.organizationId),
    ...ownAccount(actor),
    ...(await accountsOf(tx, input)),
  ],
  ids: ({ input: { memberIds } }) => memberIds,
  async lock({ tx, input, standing }) {
    const { seats, usedSeats } = await lockOrganization(tx, input.organizationId);
    const members = await lockSelected(tx, placeOf(standing), input);
    const lacking = await lackingAmong(tx, input.organizationId, members);
    const givenWith = await givenWithPlaces(tx, input.organizationId, input.memberIds);
    return members.map((member) => ({
      ...member,
      ...givenWith(member.id),
      seats,
      usedSeats,
      lacks: lacking.get(member.userId)?.lacks ?? null,
    }));
  },
  judge({ seats, usedSeats, ...member }, { actor, standing }, before) {
    const isYou = member.userId === personOf(actor);
    const decision = all(
      mayRestoreMember(placeOf(standing), { ...member, isYou, countingOwners: member.confirmed.counting }),
      // Whoever restores a custom role gives its permissions once more.
      mayGrant(placeOf(standing), null, member),
      // What is kept from the provider does not come back with a place either.
      mayGiveToProvider(member),
      mayBeLetIn(member.lacks),
      mayTakeSeats(seats, usedSeats + before.length, 1),
    );
    if (!decision.allowed) return decision;
    // Where nobody counts, an owner of the client's own stays one, whoever has them back.
    const isAwaited = member.confirmed.counting === 0 && isAwaitedOwner(member);
    const letIn = member.letInByProvider || (isOnProvidersSide(placeOf(standing)) && !isAwaited);
    return { fits: { ...member, status: statusBefore(member), letIn } };
  },
  quotaEach: {
    of: (member: Returning) => (isInvitedAgain(member) ? mailQuota([member.shownEmail]) : []),
    over: "too_many_letters",
  },
  async act({ tx, input: { organizationId }, standing, now }, members) {
    const place = placeOf(standing);
    await setStatuses(tx, members, now);
    await tx
      .update(organizations)
      .set({ usedSeats: sql`${organizations.usedSeats} + ${members.length}`, revisedAt: now })
      .where(eq(organizations.id, organizationId));
    const inviting = await invitingOrganization(tx, organizationId);
    const invited = members.filter(isInvitedAgain);
    await mailInvitations(
      tx,
      inviting,
      invited.map(({ id: memberId, shownEmail: email, role, ofTeam }) => ({ memberId, email, role, ofTeam })),
      now,
    );
    const { organizationName } = inviting;
    const mail = { kind: "organization.restored", link: pageLink("/vault"), organizationName } as const;
    await tellAll(
      tx,
      members.flatMap(({ account }) => (account ? { to: account, mail } : [])),
      now,
    );
    const accounts = members.flatMap(({ userId }) => userId ?? []);
    if (accounts.length > 0)
      await advanceAccounts(tx, accounts, await advanceOrganization(tx, organizationId));
    return touchedOwners(tx, place, organizationId, ownersAmong(members), "restored");
  },
  event: ({ id, userId, role, shownEmail }, { input: { organizationId } }) => ({
    type: "organization_member.restored",
    organizationId,
    organizationMemberId: id,
    ...(userId && { userId }),
    details: { email: shownEmail, role },
  }),
});
