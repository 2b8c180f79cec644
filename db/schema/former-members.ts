import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import { organizations } from "./organizations";
import { providers } from "./providers";
import { users } from "./users";

/**
 * What somebody was called whose place in an organization or in a team has ended. Logs go on naming them so, whatever
 * they are called later. The database writes a row as a place ends, and takes it away as its person gets a place there
 * again (decision 83).
 */
export const formerMembers = pgTable(
  "former_members",
  {
    /** A row goes with its account: what is erased there is not kept here. */
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organizationId: uuid()
      .$type<OrganizationId>()
      .references(() => organizations.id, { onDelete: "cascade" }),
    providerId: uuid()
      .$type<ProviderId>()
      .references(() => providers.id, { onDelete: "cascade" }),
    /** In whose log. */
    log: uuid()
      .$type<OrganizationId | ProviderId>()
      .notNull()
      .generatedAlwaysAs(sql`coalesce(organization_id, provider_id)`),
    name: text(),
    email: text().notNull(),
  },
  (former) => [
    unique("former_members_once").on(former.log, former.userId),
    index("former_members_of_user").on(former.userId),
    index("former_members_of_organization").on(former.organizationId),
    index("former_members_of_provider").on(former.providerId),
    check(
      "former_members_of_one_tenant",
      sql`(${former.organizationId} is null) <> (${former.providerId} is null)`,
    ),
  ],
);
