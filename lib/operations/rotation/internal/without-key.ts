import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { rotationRows } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import type { OrganizationId, RotationId } from "@/lib/domain/ids";

/** Confirmed members who get no key at the switch, because theirs is another than the one that was seen before. */
export const membersWithoutKey = (tx: Tx, organizationId: OrganizationId, rotationId: RotationId) =>
  tx
    .select({
      memberId: organizationMembers.id,
      userId: users.id,
      role: organizationMembers.role,
      name: users.name,
      email: users.email,
      locale: users.locale,
    })
    .from(rotationRows)
    .innerJoin(organizationMembers, sql`${organizationMembers.id}::text = ${rotationRows.rowId}`)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(
      and(
        eq(rotationRows.rotationId, rotationId),
        eq(rotationRows.kind, "member"),
        isNull(sql`${rotationRows.sealed} ->> 'organizationKeyForMember'`),
        eq(organizationMembers.organizationId, organizationId),
        eq(organizationMembers.status, "confirmed"),
      ),
    );
