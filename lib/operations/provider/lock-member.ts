import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

type Ref = { providerId: ProviderId; memberId: ProviderMemberId };

/**
 * A member of this provider, with the account behind it, locked until the end of the transaction.
 *
 * @throws {NotFound} for another provider's member as for none.
 */
export async function lockMember(tx: Tx, { providerId, memberId }: Ref) {
  const [member] = await tx
    .select({
      id: providerMembers.id,
      userId: providerMembers.userId,
      invitedEmail: providerMembers.email,
      role: providerMembers.role,
      status: providerMembers.status,
      account: {
        email: users.email,
        name: users.name,
        locale: users.locale,
        publicKey: users.publicKey,
      },
    })
    .from(providerMembers)
    .leftJoin(users, eq(users.id, providerMembers.userId))
    .where(and(eq(providerMembers.providerId, providerId), eq(providerMembers.id, memberId)))
    .for("update", { of: providerMembers });
  if (!member) throw new NotFound();
  return { ...member, shownEmail: member.account?.email ?? member.invitedEmail ?? "" };
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
