import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { CreateGroups } from "@/lib/domain/group/inputs";
import { sortKey } from "@/lib/domain/names";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { doneEach } from "@/lib/operations/outcome";

/**
 * Makes several groups of nobody, under ids that the browser made. What is there under the same id, or in this
 * organization under the same name, accents and case aside, stays as it is and is not made again.
 * The number of statements does not depend on theirs.
 */
export const createGroups = defineCommand({
  name: "group.create_several",
  input: CreateGroups,
  access: inOrganization.manage_groups,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, groups: sent }, now }) {
    const known = await tx
      .select({ id: groups.id, organizationId: groups.organizationId, sortName: groups.sortName })
      .from(groups)
      .where(
        or(
          inArray(
            groups.id,
            sent.map(({ groupId }) => groupId),
          ),
          and(
            eq(groups.organizationId, organizationId),
            inArray(
              groups.sortName,
              sent.map(({ name }) => sortKey(name)),
            ),
          ),
        ),
      );
    if (known.some((row) => row.organizationId !== organizationId)) throw new NotFound();
    const existing = new Set(known.flatMap<string>(({ id, sortName }) => [id, sortName]));
    const made = sent.filter(({ groupId, name }) => !existing.has(groupId) && !existing.has(sortKey(name)));
    if (made.length > 0)
      await tx.insert(groups).values(
        made.map(({ groupId: id, name }) => ({
          id,
          organizationId,
          name,
          sortName: sortKey(name),
          createdAt: now,
          revisedAt: now,
        })),
      );
    return doneEach({ created: made.length }, made, ({ groupId, name }) => ({
      type: "group.created",
      organizationId,
      groupId,
      details: { name },
    }));
  },
});
