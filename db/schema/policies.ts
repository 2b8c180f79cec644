import { boolean, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { OrganizationId } from "@/lib/domain/ids";
import type { AnyPolicyData } from "@/lib/domain/policy/settings";
import { policyTypes } from "@/lib/domain/policy/types";
import { dates } from "./columns";
import { organizations } from "./organizations";

/** What an organization demands of its members. A policy that was never set has no row, and is off. */
export const policies = pgTable(
  "policies",
  {
    organizationId: uuid()
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    type: text({ enum: policyTypes }).notNull(),
    /** The id that apps know the policy by. */
    id: uuid().notNull().unique().defaultRandom(),
    enabled: boolean().notNull(),
    /** Its settings in the form of the wire; null where it has none. Kept while it is off. */
    data: jsonb().$type<AnyPolicyData>(),
    ...dates(),
  },
  (policy) => [primaryKey({ columns: [policy.organizationId, policy.type] })],
);
