import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { all } from "@/lib/domain/decision";
import type { OrganizationId, OrganizationMemberId } from "@/lib/domain/ids";
import { mayManageRole } from "@/lib/domain/organization/member";
import { assertAllowed } from "@/lib/operations/command";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

/** Judges whether the actor may touch the rows of these members: an owner's is for owners. */
export async function expectManageable(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  memberIds: readonly OrganizationMemberId[],
): Promise<void> {
  const roles = await tx
    .selectDistinct({ role: organizationMembers.role })
    .from(organizationMembers)
    .where(
      and(
        eq(organizationMembers.organizationId, organizationId),
        inArray(organizationMembers.id, [...memberIds]),
      ),
    );
  assertAllowed(all(...roles.map(({ role }) => mayManageRole(place, role))));
}
