import "server-only";
import { and, eq } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { mayPickGroups } from "@/lib/domain/collection/access";
import { ListGroupNames } from "@/lib/domain/group/inputs";
import { managesOne } from "@/lib/operations/collection/internal/who-has";
import { assertAllowed } from "@/lib/operations/command";
import { holding } from "@/lib/operations/keyset";
import { inOrganization, memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";

/** As many as a person looks through in a picker. Whichever is not among them is found by searching. */
const offered = 200;

/** Which groups a collection can be given to, by name: the first of those that are searched for. */
export const listGroupNames = defineQuery({
  name: "group.list_names",
  input: ListGroupNames,
  access: inOrganization.keep_given_collections,
  async read({ tx, input: { organizationId, search }, standing }) {
    const place = placeOf(standing);
    assertAllowed(mayPickGroups(place, await managesOne(tx, memberIdOf(place))));
    const found = await tx
      .select({ id: groups.id, name: groups.name, members: groups.members })
      .from(groups)
      .where(and(eq(groups.organizationId, organizationId), holding(search, groups.sortName)))
      .orderBy(groups.sortName, groups.id)
      .limit(offered + 1);
    return { groups: found.slice(0, offered), areMore: found.length > offered };
  },
});

export type GroupNames = Awaited<ReturnType<typeof listGroupNames.read>>;
export type GroupName = GroupNames["groups"][number];
