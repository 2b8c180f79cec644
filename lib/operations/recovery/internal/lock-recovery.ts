import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { askedOf } from "@/lib/operations/recovery/internal/asked-of";

type Which = { organizationId: OrganizationId; memberId: OrganizationMemberId };

/** Where the recovery of one member's account is kept. */
export const recoveryOf = ({ organizationId, memberId }: Which) =>
  and(eq(accountRecoveries.organizationId, organizationId), eq(accountRecoveries.memberId, memberId));

/** What was asked about a member, locked, with their address; nothing where nobody has asked. */
export async function lockRecovery(tx: Tx, actor: UserId, which: Which) {
  const [row] = await tx
    .select({ email: users.email, asked: accountRecoveries })
    .from(accountRecoveries)
    .innerJoin(organizationMembers, eq(organizationMembers.id, accountRecoveries.memberId))
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(recoveryOf(which))
    .for("update", { of: accountRecoveries });
  return { email: row?.email ?? "", asked: askedOf(row?.asked ?? null, actor) };
}
