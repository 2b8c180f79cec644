import "server-only";
import { and, eq } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { GroupTarget } from "@/lib/domain/group/inputs";
import { NotFound } from "@/lib/operations/errors";
import { cellsOf } from "@/lib/operations/group/internal/cells";
import { inOrganization } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** One group with what it may do in collections: what the editor of its access starts from. */
export const getGroup = defineQuery({
  name: "group.get",
  input: GroupTarget,
  access: inOrganization.read_groups,
  async read({ tx, input: { organizationId, groupId } }) {
    const [group] = await tx
      .select({ id: groups.id, name: groups.name, externalId: groups.externalId })
      .from(groups)
      .where(and(eq(groups.organizationId, organizationId), eq(groups.id, groupId)));
    if (!group) throw new NotFound();
    const cells = await cellsOf(tx, organizationId, [groupId]);
    return { ...group, grants: cells.map(({ collectionId, permission }) => ({ collectionId, permission })) };
  },
});
