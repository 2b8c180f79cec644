import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import type { ProviderId, ProviderMemberId, UserId } from "@/lib/domain/ids";
import { ProviderMemberRef } from "@/lib/domain/provider/inputs";
import { mayStopBeingAdmin } from "@/lib/domain/provider/member";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { account, type Lock, organization, team } from "@/lib/operations/locks";
import { tell } from "@/lib/operations/mail/tell";
import { endVisits } from "@/lib/operations/organization/end-visits";
import { done } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { endStaffPlaces } from "@/lib/operations/provider/end-staff-places";
import { lockLinks } from "@/lib/operations/provider/lock-links";
import { countConfirmedAdmins, lockMember } from "@/lib/operations/provider/lock-member";
import { providerNameOf } from "@/lib/operations/provider/name-of";
import { staffPlaces } from "@/lib/operations/provider/staff-places";
import { advanceAccount, advanceOrganizations, advanceProvider } from "@/lib/operations/revision/advance";

/**
 * Takes somebody out of the team, or withdraws an invitation; its link stops working. Visits to clients that
 * they have open end with it, and so do the places in clients that are the provider's. Their account stays theirs,
 * and so does every other place.
 */
export const removeProviderMember = defineCommand({
  name: "provider.remove_member",
  input: ProviderMemberRef,
  access: inProvider.remove_staff,
  locks: async ({ tx, input: { providerId, memberId } }) => [
    team(providerId),
    ...(await staffPlaces(tx, { providerId, memberIds: [memberId] }))
      .filter(({ isProviders }) => isProviders)
      .map(({ organizationId }) => organization(organizationId)),
    ...(await accountsOf(tx, providerId, memberId)),
  ],
  async run({ tx, actor, input: { providerId, memberId }, now }) {
    await lockLinks(tx, eq(oneTimeTokens.providerMemberId, memberId));
    const member = await lockMember(tx, { providerId, memberId });
    if (member.userId === personOf(actor)) throw new Refused("cannot_remove_yourself");
    assertAllowed(mayStopBeingAdmin(member, await countConfirmedAdmins(tx, providerId)));

    const places = await staffPlaces(tx, { providerId, memberIds: [memberId] });
    const ended = await endStaffPlaces(tx, providerId, places, now);
    const endedIn = places.flatMap(({ isProviders, organizationId }) => (isProviders ? organizationId : []));
    await tx.delete(providerMembers).where(eq(providerMembers.id, memberId));
    const left = member.userId ? await endVisits(tx, visitsOf(providerId, member.userId), now) : [];
    if (member.userId && member.account) {
      const places = await advanceOrganizations(tx, endedIn);
      const team = await advanceProvider(tx, providerId);
      await advanceAccount(tx, member.userId, places && places > team ? places : team);
      const providerName = await providerNameOf(tx, providerId);
      await tell(tx, member.account, { kind: "provider.removed", providerName }, now);
    }
    return done(
      { memberId },
      {
        type: "provider_member.removed",
        providerId,
        providerMemberId: memberId,
        ...(member.userId && { userId: member.userId }),
        details: { email: member.shownEmail, role: member.role },
      },
      ...left,
      ...ended,
    );
  },
});

const visitsOf = (providerId: ProviderId, userId: UserId) =>
  and(eq(clientVisits.providerId, providerId), eq(clientVisits.userId, userId));

/** Who ends sessions has the account's lock, and then ends the visits that belong to them: so must this. */
async function accountsOf(tx: Tx, providerId: ProviderId, memberId: ProviderMemberId): Promise<Lock[]> {
  const members = await tx
    .select({ userId: providerMembers.userId })
    .from(providerMembers)
    .where(and(eq(providerMembers.providerId, providerId), eq(providerMembers.id, memberId)));
  return members.flatMap(({ userId }) => (userId ? account(userId) : []));
}
