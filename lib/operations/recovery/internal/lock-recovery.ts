import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { users } from "@/db/schema/users";
import type { OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";
import { askedColumns, askedOf } from "@/lib/operations/recovery/internal/asked-of";

type Which = { organizationId: OrganizationId; memberId: OrganizationMemberId };
type Shown = { askedBy: UserId; askedAt: Date };

/** Where the recovery of one member's account is kept. */
export const recoveryOf = ({ organizationId, memberId }: Which) =>
  and(eq(accountRecoveries.organizationId, organizationId), eq(accountRecoveries.memberId, memberId));

/**
 * What was asked about a member, locked, with their address.
 *
 * @throws {NotFound} where nobody has asked, or where it has come to its end; {Refused} `recovery_asked_anew` where it is
 * another request than the one that was shown.
 */
export async function lockRecovery(tx: Tx, actor: UserId, which: Which & Shown, now: Date) {
  const [row] = await tx
    .select({ email: users.email, ...askedColumns })
    .from(accountRecoveries)
    .innerJoin(organizationMembers, eq(organizationMembers.id, accountRecoveries.memberId))
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .innerJoin(organizations, eq(organizations.id, accountRecoveries.organizationId))
    .where(and(recoveryOf(which), eq(organizationMembers.status, "confirmed")))
    .for("update", { of: accountRecoveries });
  const asked = row && askedOf(row, actor, now);
  if (!asked) throw new NotFound();
  const { email, askedBy, askedAt } = row;
  if (askedBy !== which.askedBy || Number(askedAt) !== Number(which.askedAt))
    throw new Refused("recovery_asked_anew");
  return { asked, email, askedBy, askedAt };
}
