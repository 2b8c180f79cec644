import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { dates } from "./columns";
import { organizations } from "./organizations";

/** A set of an organization's items that people are given access to together. */
export const collections = pgTable(
  "collections",
  {
    id: uuid().$type<CollectionId>().primaryKey().defaultRandom(),
    organizationId: uuid()
      .$type<OrganizationId>()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** Under the organization key. */
    name: text().$type<EncString>().notNull(),
    externalId: text(),
    type: text({ enum: ["shared", "my_items"] })
      .notNull()
      .default("shared"),
    ...dates(),
  },
  (collection) => [
    unique("collections_in_organization").on(collection.organizationId, collection.id),
    index("collections_by_age").on(collection.organizationId, collection.createdAt, collection.id),
  ],
);
