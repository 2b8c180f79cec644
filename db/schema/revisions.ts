import { sql } from "drizzle-orm";
import { check, pgTable, uuid } from "drizzle-orm/pg-core";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { organizations } from "./organizations";
import { providers } from "./providers";

/**
 * When what a tenant's people sync of it last changed; without a row, never. Apart from the tenant's own row,
 * so that a change of an item does not wait for whoever counts seats.
 */
export const revisions = pgTable(
  "revisions",
  {
    organizationId: uuid()
      .$type<OrganizationId>()
      .unique()
      .references(() => organizations.id, { onDelete: "cascade" }),
    providerId: uuid()
      .$type<ProviderId>()
      .unique()
      .references(() => providers.id, { onDelete: "cascade" }),
    revisedAt: moment().notNull(),
  },
  (revision) => [
    check(
      "revisions_of_one_tenant",
      sql`num_nonnulls(${revision.organizationId}, ${revision.providerId}) = 1`,
    ),
  ],
);
