import { foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { CollectionId, OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { dates } from "./columns";
import { organizations } from "./organizations";

/** A set of an organization's items that people are given access to together. */
export const collections = pgTable(
  "collections",
  {
    id: uuid().$type<CollectionId>().primaryKey().defaultRandom(),
    organizationId: uuid().$type<OrganizationId>().notNull(),
    organizationKeyId: uuid().$type<OrganizationKeyId>().notNull(),
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
    foreignKey({
      name: "collections_under_current_key",
      columns: [collection.organizationId, collection.organizationKeyId],
      foreignColumns: [organizations.id, organizations.keyId],
    }).onDelete("cascade"),
    index("collections_by_age").on(collection.organizationId, collection.createdAt, collection.id),
  ],
);
