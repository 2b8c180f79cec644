import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { ProviderId, ProviderMemberId } from "@/lib/domain/ids";
import { providerRolesWith } from "@/lib/domain/provider/permissions";
import {
  accountsBehind,
  lockedColumns,
  theOnly,
  withShownEmail,
} from "@/lib/operations/people/internal/members";

type Refs = { providerId: ProviderId; memberIds: readonly ProviderMemberId[] };

/** The members that somebody has named, of this provider alone. */
export const staffNamed = ({ providerId, memberIds }: Refs) => ({
  of: providerMembers,
  which: and(eq(providerMembers.providerId, providerId), inArray(providerMembers.id, [...memberIds])),
});

/** Those of the named members who are this provider's, with the accounts behind them, locked in one order. */
export const lockMembers = async (tx: Tx, refs: Refs) =>
  withShownEmail(
    await tx
      .select({ ...lockedColumns(providerMembers), accessEndsAt: providerMembers.accessEndsAt })
      .from(providerMembers)
      .leftJoin(users, eq(users.id, providerMembers.userId))
      .where(staffNamed(refs).which)
      .orderBy(asc(providerMembers.id))
      .for("update", { of: providerMembers }),
  );

/** One member of this provider. */
export const lockMember = async (
  tx: Tx,
  { providerId, memberId }: { providerId: ProviderId; memberId: ProviderMemberId },
) => theOnly(await lockMembers(tx, { providerId, memberIds: [memberId] }));

/** The accounts of members whose own data changes with the act. */
export const accountsOf = (tx: Tx, refs: Refs) => accountsBehind(tx, staffNamed(refs));

/** How many confirmed admins stay: no date ends their access. Meaningful only under the lock of the team. */
export async function countLastingAdmins(tx: Tx, providerId: ProviderId): Promise<number> {
  const [row] = await tx
    .select({ admins: sql<number>`count(*)::int` })
    .from(providerMembers)
    .where(
      and(
        eq(providerMembers.providerId, providerId),
        eq(providerMembers.status, "confirmed"),
        inArray(providerMembers.role, providerRolesWith("confirm_staff")),
        isNull(providerMembers.accessEndsAt),
      ),
    );
  return row?.admins ?? 0;
}
