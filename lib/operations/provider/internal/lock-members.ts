import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { account, type Lock } from "@/lib/operations/locks";

type Refs = { providerId: ProviderId; memberIds: readonly ProviderMemberId[] };

/** Those of the named members who are this provider's, with the accounts behind them, locked in one order. */
export async function lockMembers(tx: Tx, { providerId, memberIds }: Refs) {
  const members = await tx
    .select({
      id: providerMembers.id,
      userId: providerMembers.userId,
      invitedEmail: providerMembers.email,
      role: providerMembers.role,
      status: providerMembers.status,
      account: { email: users.email, locale: users.locale, publicKey: users.publicKey },
    })
    .from(providerMembers)
    .leftJoin(users, eq(users.id, providerMembers.userId))
    .where(and(eq(providerMembers.providerId, providerId), inArray(providerMembers.id, [...memberIds])))
    .orderBy(asc(providerMembers.id))
    .for("update", { of: providerMembers });
  return members.map((member) => ({
    ...member,
    shownEmail: member.account?.email ?? member.invitedEmail ?? "",
  }));
}

export type LockedMember = Awaited<ReturnType<typeof lockMembers>>[number];

/**
 * One member of this provider.
 *
 * @throws {NotFound} for another provider's member as for none.
 */
export async function lockMember(
  tx: Tx,
  { providerId, memberId }: { providerId: ProviderId; memberId: ProviderMemberId },
): Promise<LockedMember> {
  const [member] = await lockMembers(tx, { providerId, memberIds: [memberId] });
  if (!member) throw new NotFound();
  return member;
}

/** The accounts of members whose own data changes with the act, to be locked in one order. */
export async function accountsOf(tx: Tx, { providerId, memberIds }: Refs): Promise<Lock[]> {
  const members = await tx
    .select({ userId: providerMembers.userId })
    .from(providerMembers)
    .where(and(eq(providerMembers.providerId, providerId), inArray(providerMembers.id, [...memberIds])));
  return members.flatMap(({ userId }) => (userId ? account(userId) : []));
}

/** How many confirmed admins the provider has. Meaningful only under the lock of the team. */
export async function countConfirmedAdmins(tx: Tx, providerId: ProviderId): Promise<number> {
  const [row] = await tx
    .select({ admins: sql<number>`count(*)::int` })
    .from(providerMembers)
    .where(
      and(
        eq(providerMembers.providerId, providerId),
        eq(providerMembers.status, "confirmed"),
        eq(providerMembers.role, "provider_admin"),
      ),
    );
  return row?.admins ?? 0;
}
