import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId } from "@/lib/domain/ids";
import { type RoleWith, takesPermissions } from "@/lib/domain/organization/custom-role";
import type { askedPlace } from "@/lib/operations/organization/internal/ask-owners";

type Invitation = RoleWith & { organizationId: OrganizationId; now: Date };
type Invited = { email: string; letInByProvider: boolean } & Partial<ReturnType<typeof askedPlace>>;

/** Puts the rows there, and counts their seats. */
export async function insertInvited(tx: Tx, invitation: Invitation, invited: Invited[]) {
  const { organizationId, role, permissions, now } = invitation;
  if (invited.length === 0) return [];
  const rows = await tx
    .insert(organizationMembers)
    .values(
      invited.map((row) => ({
        organizationId,
        role,
        permissions: takesPermissions(role) ? [...permissions] : null,
        status: "invited" as const,
        invitedAt: now,
        ...row,
      })),
    )
    .returning({ memberId: organizationMembers.id, email: organizationMembers.email });
  await tx
    .update(organizations)
    .set({ usedSeats: sql`${organizations.usedSeats} + ${invited.length}`, revisedAt: now })
    .where(eq(organizations.id, organizationId));
  return rows.map(({ memberId, email }) => ({ memberId, email: email ?? "", role }));
}
