import { sql } from "drizzle-orm";
import { check, index, pgTable, uuid } from "drizzle-orm/pg-core";
import type { ImportId, OrganizationId, UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { organizations } from "./organizations";
import { users } from "./users";

/** Items of a file that came in several requests, for as long as they can be taken out again together. */
export const imports = pgTable(
  "imports",
  {
    id: uuid().$type<ImportId>().primaryKey(),
    organizationId: uuid()
      .$type<OrganizationId>()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** Into whose own vault. */
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    begunBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    begunAt: moment().notNull(),
    /** When its browser said that all of it is there. */
    doneAt: moment(),
    undoneAt: moment(),
  },
  (row) => [
    check("imports_have_one_owner", sql`num_nonnulls(${row.organizationId}, ${row.userId}) = 1`),
    index("imports_of_organization").on(row.organizationId, row.begunAt),
    index("imports_of_user").on(row.userId, row.begunAt),
    index("imports_by_age").on(row.begunAt),
    index("imports_begun_by").on(row.begunBy),
  ],
);
