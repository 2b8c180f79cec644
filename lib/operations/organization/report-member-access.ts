import "server-only";
import { and, eq, isNull, not } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { roleReachesAll } from "@/lib/domain/collection/access";
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
 * reaches everything by their role is said to, and their collections are only those that they were given. Which
 * collections these are, `reportMemberCollections` says.
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
    const members = shown.map(({ permissions, ...member }) => ({
      ...member,
      reachesAll: roleReachesAll(placeOf(standing), { memberId: member.id, role: member.role, permissions }),
    }));
    const everything = members.some((member) => member.reachesAll) ? await countItems(tx, organizationId) : 0;
    return {
      members: members.map((member) => ({
        ...member,
        items: member.reachesAll ? everything : member.items,
      })),
      next,
    };
  },
});

const countItems = (tx: Tx, organizationId: OrganizationId) =>
  tx.$count(
    ciphers,
    and(eq(ciphers.organizationId, organizationId), isNull(ciphers.deletedAt), not(isPersonal())),
  );

export type MemberAccessReport = Awaited<ReturnType<typeof reportMemberAccess.read>>;
export type MemberReach = MemberAccessReport["members"][number];
