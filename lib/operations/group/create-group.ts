import "server-only";
import { eq } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { CreateGroup } from "@/lib/domain/group/inputs";
import { sortKey } from "@/lib/domain/names";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { inOrganization } from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Makes a group of nobody, under an id that the browser made: sent twice, it is made once, as it came first, and the
 * answer says that it existed.
 */
export const createGroup = defineCommand({
  name: "group.create",
  input: CreateGroup,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, groupId, name }, now }) {
    const known = await tx
      .select({ organizationId: groups.organizationId })
      .from(groups)
      .where(eq(groups.id, groupId));
    if (madeBefore(known, (group) => group.organizationId === organizationId))
      return doneUnrecorded({ groupId, existed: true }, "the same request came before");
    await tx
      .insert(groups)
      .values({ id: groupId, organizationId, name, sortName: sortKey(name), createdAt: now, revisedAt: now });
    return done(
      { groupId, existed: false },
      { type: "group.created", organizationId, groupId, details: { name } },
    );
  },
});
