import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { GroupId, OrganizationId } from "@/lib/domain/ids";
import { dates, nameIsThere, sortText } from "./columns";
import { organizations } from "./organizations";

/** Members who are given collections together, such as a department. */
export const groups = pgTable(
  "groups",
  {
    id: uuid().$type<GroupId>().primaryKey().defaultRandom(),
    organizationId: uuid()
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** Not sealed: directories name their groups, and the server has to find them again. Protocol chapter 9.3. */
    name: text().notNull(),
    sortName: sortText().notNull(),
    /** A directory's own id for this group; opaque. */
    externalId: text(),
    /** Counted by the database (decision 39): all members but revoked ones, as an organization counts its own. */
    members: integer().notNull().default(0),
    collections: integer().notNull().default(0),
    ...dates(),
  },
  (group) => [
    unique("groups_in_organization").on(group.organizationId, group.id),
    unique("groups_external_once").on(group.organizationId, group.externalId),
    index("groups_by_name").on(group.organizationId, group.sortName, group.id),
    check("groups_name_limit", nameIsThere(group.name)),
  ],
);
