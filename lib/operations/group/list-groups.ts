import "server-only";
import { and, eq } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { ListGroups } from "@/lib/domain/group/inputs";
import { defineKeyset, holding } from "@/lib/operations/keyset";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

const all = defineKeyset("groups", { name: [groups.sortName, groups.id] });

/** The organization's groups by name, a page at a time. One statement. */
export const listGroups = defineQuery({
  name: "group.list",
  input: ListGroups,
  access: inOrganization.read_groups,
  async read({ tx, input }) {
    const { where, orderBy, limit, place, cut } = all.page(input);
    const rows = await tx
      .select({
        id: groups.id,
        name: groups.name,
        externalId: groups.externalId,
        members: groups.members,
        collections: groups.collections,
        place,
      })
      .from(groups)
      .where(
        and(eq(groups.organizationId, input.organizationId), holding(input.search, groups.sortName), where),
      )
      .orderBy(...orderBy)
      .limit(limit);
    const { rows: shown, next } = cut(rows);
    return { groups: shown, next };
  },
});

export type ListedGroups = Awaited<ReturnType<typeof listGroups.read>>;
export type ListedGroup = ListedGroups["groups"][number];
