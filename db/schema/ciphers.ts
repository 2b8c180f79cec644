import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { ImportId, ItemId, OrganizationId, OrganizationKeyId, UserId } from "@/lib/domain/ids";
import { reprompts, type SealedCommon, type SealedData } from "@/lib/domain/item/sealed-item";
import { itemTypes } from "@/lib/domain/item/types";
import { dates, moment } from "./columns";
import { organizations } from "./organizations";
import { users } from "./users";

const holdsSealedTexts = (
  column: AnyPgColumn,
) => sql`not jsonb_path_exists(${column}, 'strict $.** ? (@.type() == "string"
        && !(@ like_regex "^(2[.][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+[|][A-Za-z0-9+/=]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)$"))')`;

/** An item, of one organization or of one person. Every sealed part is under the item's own key. */
export const ciphers = pgTable(
  "ciphers",
  {
    id: uuid().$type<ItemId>().primaryKey().defaultRandom(),
    organizationId: uuid().$type<OrganizationId>(),
    /** The organization's key that `key` is sealed under: the one it has now, or the row cannot be. */
    organizationKeyId: uuid().$type<OrganizationKeyId>(),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text({ enum: itemTypes }).notNull(),
    /** The item's own key, sealed under the organization key or the user key. */
    key: text().$type<EncString>().notNull(),
    name: text().$type<EncString>().notNull(),
    notes: text().$type<EncString>(),
    /** Fields that somebody has added, and the passwords that it had before. */
    fields: jsonb().$type<SealedCommon["fields"]>().notNull().default([]),
    passwordHistory: jsonb().$type<SealedCommon["passwordHistory"]>().notNull().default([]),
    /** What the items of its type have: sealed texts in its shape, and those of other programs. */
    data: jsonb().$type<SealedData>().notNull(),
    reprompt: text({ enum: reprompts }).notNull().default("none"),
    /** When a browser last said that it has changed the item's password; null if none has. */
    passwordChangedAt: moment(),
    /** In how many collections it is; counted by the database (decision 39). */
    collections: integer().notNull().default(0),
    deletedAt: moment(),
    /**
     * With which import it came. No key leads to it: an import's row goes when it can be undone no more, and ten thousand
     * items would be written for that.
     */
    importId: uuid().$type<ImportId>(),
    /** Its revision since a key was replaced, if it was as it came by then: nobody has changed it while it has this one. */
    asImportedAt: moment(),
    ...dates(),
  },
  (cipher) => [
    unique("ciphers_in_organization").on(cipher.organizationId, cipher.id),
    index("ciphers_of_organization").on(cipher.organizationId, cipher.revisedAt),
    index("ciphers_in_no_collection")
      .on(cipher.organizationId, cipher.createdAt, cipher.id)
      .where(sql`collections = 0 and deleted_at is null and organization_id is not null`),
    // How old a password is: as old as its last change, or as its item.
    index("ciphers_by_age_of_password")
      .on(cipher.organizationId, sql`coalesce("password_changed_at", "created_at")`)
      .where(sql`deleted_at is null and organization_id is not null`),
    index("ciphers_of_organization_in_trash")
      .on(cipher.organizationId, cipher.deletedAt, cipher.id)
      .where(sql`deleted_at is not null and organization_id is not null`),
    index("ciphers_in_trash").on(cipher.deletedAt).where(sql`deleted_at is not null`),
    index("ciphers_of_import").on(cipher.importId).where(sql`import_id is not null`),
    index("ciphers_of_user").on(cipher.userId, cipher.revisedAt),
    foreignKey({
      name: "ciphers_under_current_key",
      columns: [cipher.organizationId, cipher.organizationKeyId],
      foreignColumns: [organizations.id, organizations.keyId],
    }).onDelete("cascade"),
    check(
      "ciphers_of_organization_name_its_key",
      sql`(${cipher.organizationId} is null) = (${cipher.organizationKeyId} is null)`,
    ),
    check("ciphers_have_one_owner", sql`num_nonnulls(${cipher.organizationId}, ${cipher.userId}) = 1`),
    // Every text is sealed, or a date: what comes to the door is checked in full there.
    check(
      "ciphers_hold_sealed_texts",
      sql`jsonb_typeof(${cipher.data}) = 'object' and ${holdsSealedTexts(cipher.data)}`,
    ),
    check(
      "ciphers_hold_sealed_lists",
      sql`jsonb_typeof(${cipher.fields}) = 'array' and ${holdsSealedTexts(cipher.fields)}
        and jsonb_typeof(${cipher.passwordHistory}) = 'array' and ${holdsSealedTexts(cipher.passwordHistory)}`,
    ),
  ],
);
