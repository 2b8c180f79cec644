import "server-only";
import { and, eq, isNull, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { reachOfRole } from "@/lib/domain/collection/access";
import type { OrganizationId } from "@/lib/domain/ids";
import { ReportMemberAccess } from "@/lib/domain/organization/inputs";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import { collectionsWithMember, itemsOf } from "@/lib/operations/collection/internal/who-has";
import { groupNamesOf } from "@/lib/operations/group/internal/belonging";
import { defineKeyset, holding } from "@/lib/operations/keyset";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

const confirmed = defineKeyset("member access", {
  name: [organizationMembers.sortName, organizationMembers.id],
});

/**
 * What each confirmed member reaches, by name, a page at a time: how many collections and how many items. Whoever
 * reaches everything by their role is said to, and of whoever reaches what is in no collection, that is counted too.
 * Their collections are only those that they were given. Which collections these are, `reportMemberCollections` says.
 */
export const reportMemberAccess = defineQuery({
  name: "organization.report_member_access",
  input: ReportMemberAccess,
  access: inOrganization.read_reports,
  async read({ tx, input, standing }) {
    const { organizationId } = input;
    const page = confirmed.page(input);
    const rows = await tx
      .select({
        id: organizationMembers.id,
        userId: organizationMembers.userId,
        name: organizationMembers.name,
        email: organizationMembers.address,
        role: organizationMembers.role,
        permissions: organizationMembers.permissions,
        groups: groupNamesOf(organizationMembers.id),
        collections: collectionsWithMember(organizationMembers.id),
        items: itemsOf(organizationMembers.id),
        place: page.place,
      })
      .from(organizationMembers)
      // With a second table, the columns that the counts name are those of the member.
      .innerJoin(organizations, eq(organizations.id, organizationMembers.organizationId))
      .where(
        and(
          eq(organizationMembers.organizationId, organizationId),
          eq(organizationMembers.status, "confirmed"),
          holding(input.search, organizationMembers.sortName, organizationMembers.address),
          page.where,
        ),
      )
      .orderBy(...page.orderBy)
      .limit(page.limit);
    const { rows: shown, next } = page.cut(rows);
    const reached = shown.map(({ permissions, ...member }) => ({
      ...member,
      reach: reachOfRole(placeOf(standing), { memberId: member.id, role: member.role, permissions }),
    }));
    const by = reached.some(({ reach }) => reach !== "given") ? await countByRole(tx, organizationId) : null;
    const members = reached.map(({ reach, ...member }) => ({
      ...member,
      reachesAll: reach === "all",
      items:
        reach === "all"
          ? (by?.all ?? 0)
          : member.items + (reach === "unassigned" ? (by?.unassigned ?? 0) : 0),
    }));
    return { members, next };
  },
});

/** How many items roles let members reach without being given them: all, and those that are in no collection. */
async function countByRole(tx: Tx, organizationId: OrganizationId) {
  const [counts] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      unassigned: sql<number>`count(*) filter (where ${ciphers.collections} = 0)::int`,
    })
    .from(ciphers)
    .where(and(eq(ciphers.organizationId, organizationId), isNull(ciphers.deletedAt), not(isPersonal())));
  return counts;
}

export type MemberAccessReport = Awaited<ReturnType<typeof reportMemberAccess.read>>;
export type MemberReach = MemberAccessReport["members"][number];
