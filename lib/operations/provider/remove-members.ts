import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { clientVisits } from "@/db/schema/client-visits";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import { all } from "@/lib/domain/decision";
import { endOfPlace } from "@/lib/domain/invitation";
import { ProviderMemberRefs } from "@/lib/domain/provider/inputs";
import { isLastingAdmin, mayRemove, mayStopBeingAdmin } from "@/lib/domain/provider/member";
import { personOf } from "@/lib/operations/account/access";
import { defineBulk, fitting } from "@/lib/operations/bulk";
import { account, organization, team } from "@/lib/operations/locks";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import { oweRotationOfStaff } from "@/lib/operations/owe-rotation-of-team";
import { inProvider } from "@/lib/operations/provider/access";
import { endStaffPlaces } from "@/lib/operations/provider/internal/end-staff-places";
import { lockLinks } from "@/lib/operations/provider/internal/lock-links";
import { accountsOf, countLastingAdmins, lockMembers } from "@/lib/operations/provider/internal/lock-members";
import { providerNameOf } from "@/lib/operations/provider/internal/name-of";
import { staffPlaces } from "@/lib/operations/provider/internal/staff-places";
import {
  advanceAccounts,
  advanceOrganizations,
  advanceProvider,
} from "@/lib/operations/revision/internal/advance";
import { endVisits } from "@/lib/operations/visit/internal/end-visits";

/**
 * Takes people out of the team, or withdraws invitations; their links stop working. Visits to clients that they
 * have open end with it, and so do the places in clients that are the provider's. Their accounts stay theirs, and
 * so does every other place.
 */
export const removeProviderMembers = defineBulk({
  name: "provider.remove_members",
  input: ProviderMemberRefs,
  access: inProvider.remove_staff,
  // Who ends sessions has the account's lock, and then ends the visits that belong to them: so must this. Whoever
  // makes a place of the provider's own people holds the team: all that there are have been named once it is held.
  locks: async ({ tx, input }) => [
    team(input.providerId),
    ...(await staffPlaces(tx, input)).flatMap(({ isProviders, organizationId, userId }) =>
      isProviders ? [organization(organizationId), ...(userId ? [account(userId)] : [])] : [],
    ),
    ...(await accountsOf(tx, input)),
  ],
  ids: ({ input: { memberIds } }) => memberIds,
  async lock({ tx, input }) {
    await lockLinks(tx, inArray(oneTimeTokens.providerMemberId, input.memberIds));
    const members = await lockMembers(tx, input);
    const admins = await countLastingAdmins(tx, input.providerId);
    return members.map((member) => ({ ...member, admins }));
  },
  judge(member, { actor }, before) {
    const isYou = member.userId === personOf(actor);
    const adminsLeft = member.admins - before.filter(isLastingAdmin).length;
    return fitting(member, all(mayRemove(isYou), mayStopBeingAdmin(member, adminsLeft)));
  },
  async act({ tx, input: { providerId }, now }, members) {
    const memberIds = members.map(({ id }) => id);
    const accounts = members.flatMap(({ userId, account }) => (userId && account ? { userId, account } : []));
    const userIds = accounts.map(({ userId }) => userId);
    const places = await staffPlaces(tx, { providerId, memberIds });
    await oweRotationOfStaff(tx, memberIds);
    const ended = await endStaffPlaces(tx, providerId, places, now);
    await tx.delete(providerMembers).where(inArray(providerMembers.id, memberIds));
    const theirs = and(eq(clientVisits.providerId, providerId), inArray(clientVisits.userId, userIds));
    const left = userIds.length > 0 ? await endVisits(tx, theirs, now) : [];
    const mail = { kind: "provider.removed", providerName: await providerNameOf(tx, providerId) } as const;
    await tellAll(
      tx,
      accounts.map(({ account }) => ({ to: account, mail })),
      now,
    );
    const ofProvider = places.filter(({ isProviders }) => isProviders);
    const inClients = await advanceOrganizations(
      tx,
      ofProvider.map(({ organizationId }) => organizationId),
    );
    // Whoever is only invited into the team can have a place by their account.
    const leavers = [
      ...new Set([...userIds, ...ofProvider.flatMap(({ userId: inClient }) => inClient ?? [])]),
    ];
    if (leavers.length > 0) {
      const inTeam = await advanceProvider(tx, providerId);
      await advanceAccounts(tx, leavers, inClients && inClients > inTeam ? inClients : inTeam);
    }
    return [...left, ...ended];
  },
  event: ({ id, userId, status, shownEmail, role }, { input: { providerId } }) => ({
    type: `provider_member.${endOfPlace(status)}`,
    providerId,
    providerMemberId: id,
    ...(userId && { userId }),
    details: { email: shownEmail, role },
  }),
});
