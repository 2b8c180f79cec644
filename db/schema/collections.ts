import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type {
  CollectionId,
  ImportId,
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
} from "@/lib/domain/ids";
import { dates } from "./columns";
import { organizationMembers } from "./organization-members";
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
    /** Whose own collection it is; null for a shared one. Each member has one at most. */
    ownerMemberId: uuid().$type<OrganizationMemberId>(),
    /** The address of the member whose own collection it was until they left. */
    formerOwner: text(),
    /** The import that made it, which can be undone for a day. */
    importId: uuid().$type<ImportId>(),
    ...dates(),
  },
  (collection) => [
    unique("collections_in_organization").on(collection.organizationId, collection.id),
    foreignKey({
      name: "collections_under_current_key",
      columns: [collection.organizationId, collection.organizationKeyId],
      foreignColumns: [organizations.id, organizations.keyId],
    }).onDelete("cascade"),
    unique("collections_one_for_each_member").on(collection.ownerMemberId),
    // It holds the member's row as long as the collection is theirs: who leaves lets go of it first.
    foreignKey({
      name: "collections_owner_of_same_organization",
      columns: [collection.organizationId, collection.ownerMemberId],
      foreignColumns: [organizationMembers.organizationId, organizationMembers.id],
    }),
    check(
      "collections_owned_or_shared",
      sql`(${collection.type} = 'my_items') = (${collection.ownerMemberId} is not null)`,
    ),
    // With the type, so that members' own collections are not read where shared ones are listed.
    index("collections_by_age").on(
      collection.organizationId,
      collection.type,
      collection.createdAt,
      collection.id,
    ),
    index("collections_of_import").on(collection.importId).where(sql`import_id is not null`),
  ],
);
