import "server-only";
import { all, allow, refuse } from "@/lib/domain/decision";
import { mayConfirmPerson } from "@/lib/domain/organization/confirming";
import { ConfirmMembers } from "@/lib/domain/organization/inputs";
import { approvalOf, mayGiveToProvider } from "@/lib/domain/organization/provider-place";
import { mayBeLetIn } from "@/lib/domain/policy/binding";
import { personOf } from "@/lib/operations/account/access";
import { defineBulk } from "@/lib/operations/bulk";
import { makeOwnCollections } from "@/lib/operations/collection/internal/own-collections";
import { membersWithoutOwn, ownCollectionName } from "@/lib/operations/collection/internal/without-own";
import { expectCurrentKey } from "@/lib/operations/key/internal/expect-current-key";
import { pageLink } from "@/lib/operations/links";
import { organization, ownAccount } from "@/lib/operations/locks";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { ownersAmong, touchedOwners } from "@/lib/operations/organization/internal/both-logs";
import { countsOnceConfirmed, staysLetIn } from "@/lib/operations/organization/internal/counting-confirmed";
import { givenWithPlaces } from "@/lib/operations/organization/internal/kept-from-provider";
import { accountsOf, lockSelected, teamOfMembers } from "@/lib/operations/organization/internal/lock-members";
import { lockOrganization } from "@/lib/operations/organization/internal/lock-organization";
import { ownerHasAnswered } from "@/lib/operations/organization/internal/owner-answered";
import { writeConfirmations } from "@/lib/operations/organization/internal/write-confirmations";
import { lackingAmong } from "@/lib/operations/policy/internal/lacking";
import { advanceAccounts } from "@/lib/operations/revision/internal/advance";

/**
 * Confirms people who have accepted, and keeps the organization's key sealed to each. The server can check a seal's
 * form and for whom it was made, not what is inside: a wrong key harms only its receiver. Whether somebody is of the
 * provider's team is looked at now: they may have joined it since they were invited. Whom data ownership binds gets a
 * collection of their own along with it.
 */
export const confirmOrganizationMembers = defineBulk({
  name: "organization.confirm_members",
  input: ConfirmMembers,
  access: inOrganization.confirm_members,
  async locks({ tx, actor, input: { organizationId, people } }) {
    const refs = { organizationId, memberIds: people.map(({ memberId }) => memberId) };
    return [
      organization(organizationId),
      ...ownAccount(actor),
      ...(await accountsOf(tx, refs)),
      ...(await teamOfMembers(tx, refs)),
    ];
  },
  ids: ({ input: { people } }) => people.map(({ memberId }) => memberId),
  async lock({ tx, input: { organizationId, organizationKeyId, people }, standing }) {
    await expectCurrentKey(tx, organizationId, organizationKeyId);
    const given = new Map(people.map((person) => [person.memberId, person]));
    const refs = { organizationId, memberIds: [...given.keys()] };
    const members = await lockSelected(tx, placeOf(standing), refs);
    const lacking = await lackingAmong(tx, organizationId, members);
    const givenWith = await givenWithPlaces(tx, organizationId, refs.memberIds);
    const isInForce = (await ownCollectionName(tx, organizationId)) !== null;
    const which = { organizationId, status: "accepted", memberIds: refs.memberIds } as const;
    const owed = isInForce ? await membersWithoutOwn(tx, which, members.length) : [];
    return members.map((member) => ({
      ...member,
      ...givenWith(member.id),
      isOwedCollection: owed.includes(member.id),
      given: given.get(member.id),
      lacks: lacking.get(member.userId)?.lacks ?? null,
    }));
  },
  judge(member, { actor, standing }, before) {
    const { userId, account, forProvider, hasJoinedTeam, role, id, given } = member;
    const place = placeOf(standing);
    const owners = member.confirmed.owners + before.filter((other) => other.role === "owner").length;
    const counting = before.filter((other) => countsOnceConfirmed(place, other)).length;
    const decision = mayConfirmPerson(
      place,
      {
        forProvider,
        confirmedMembers: member.confirmed.members,
        confirmedOwners: owners,
        countingOwners: member.confirmed.counting + counting,
      },
      { ...member, approval: approvalOf(member), isYou: userId === personOf(actor) },
    );
    if (!decision.allowed) return decision;
    // What an owner has approved is given by the client itself.
    const isGiven = approvalOf(member) === "given" ? allow : mayGiveToProvider(member);
    const letIn = all(isGiven, mayBeLetIn(member.lacks));
    if (!letIn.allowed) return letIn;
    if (!userId || !account) return refuse("member_not_accepted");
    if (member.placeEnded) return refuse("member_access_ended");
    if (account.publicKey !== given?.publicKey) return refuse("public_key_changed");
    if (given.revisedAt && Number(given.revisedAt) !== Number(member.revisedAt))
      return refuse("member_changed");
    if (member.isOwedCollection && !given.ownCollection) return refuse("own_collection_needed");
    // An open invitation into the team takes nothing from whoever was here before it.
    const isProviders = forProvider && hasJoinedTeam;
    const own =
      member.isOwedCollection && given.ownCollection ? [{ memberId: id, ...given.ownCollection }] : [];
    const letInByProvider = staysLetIn(place, member);
    const answers = countsOnceConfirmed(place, member);
    const key = given.organizationKeyForMember;
    return { fits: { id, role, userId, account, isProviders, letInByProvider, answers, own, key } };
  },
  async act({ tx, input: { organizationId, organizationKeyId }, standing, now, mustHold }, members) {
    const place = placeOf(standing);
    const { providerId } = place;
    await writeConfirmations(tx, { organizationKeyId, providerId, mustHold, now }, members);
    if (members.some(({ answers }) => answers)) await ownerHasAnswered(tx, organizationId, now);
    const { name: organizationName } = await lockOrganization(tx, organizationId);
    const mail = { kind: "organization.confirmed", link: pageLink("/vault"), organizationName } as const;
    await tellAll(
      tx,
      members.map(({ account }) => ({ to: account, mail })),
      now,
    );
    await advanceAccounts(
      tx,
      members.map(({ userId }) => userId),
    );
    const made = await makeOwnCollections(
      tx,
      { organizationId, organizationKeyId, now },
      members.flatMap(({ own }) => own),
    );
    return [...made, ...(await touchedOwners(tx, place, organizationId, ownersAmong(members), "confirmed"))];
  },
  event: ({ id, userId, role, account: { email } }, { input: { organizationId } }) => ({
    type: "organization_member.confirmed",
    organizationId,
    organizationMemberId: id,
    userId,
    details: { email, role },
  }),
});
