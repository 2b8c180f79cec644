import { sql } from "drizzle-orm";
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { AttachmentId, ImportId, ItemId, OrganizationId, UserId } from "@/lib/domain/ids";
import { ciphers } from "./ciphers";
import { moment } from "./columns";
import { users } from "./users";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** A file of an item. Its owner is the item's: what all files of one owner take is counted here. */
export const attachments = pgTable(
  "attachments",
  {
    id: uuid().$type<AttachmentId>().primaryKey(),
    itemId: uuid()
      .$type<ItemId>()
      .notNull()
      .references(() => ciphers.id, { onDelete: "cascade" }),
    organizationId: uuid().$type<OrganizationId>(),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The file's own key, under the item's. */
    key: text().$type<EncString>().notNull(),
    /** Under the item's key too. */
    fileName: text().$type<EncString>().notNull(),
    /** Of the sealed file, in bytes. */
    size: integer().notNull(),
    /** Who uploads it. Null once it is finished. */
    begunBy: uuid()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    begunAt: moment().notNull(),
    /** Null until the first has come. */
    lastPartAt: moment(),
    /** Null while parts of it are still to come: until then, nobody is served it. */
    finishedAt: moment(),
    /** With which import it comes, and its number among the files that come so with its item; null for any other. */
    importId: uuid().$type<ImportId>(),
    importNumber: integer(),
  },
  (row) => [
    check(
      "attachments_of_import_have_numbers",
      sql`(${row.importId} is null) = (${row.importNumber} is null)`,
    ),
    check("attachments_have_one_owner", sql`num_nonnulls(${row.organizationId}, ${row.userId}) = 1`),
    foreignKey({
      name: "attachments_cipher_of_same_organization",
      columns: [row.organizationId, row.itemId],
      foreignColumns: [ciphers.organizationId, ciphers.id],
    }).onDelete("cascade"),
    index("attachments_of_item").on(row.itemId),
    index("attachments_of_organization").on(row.organizationId),
    index("attachments_of_user").on(row.userId),
    index("attachments_begun_by").on(row.begunBy),
    index("attachments_never_finished").on(row.begunAt).where(sql`finished_at is null`),
  ],
);

/**
 * A sealed file in parts of a bounded size, which come one by one. They outlive their file, since taking many megabytes
 * away takes longer than an act may: until the sweep has them, nobody is served any.
 */
export const attachmentParts = pgTable(
  "attachment_parts",
  {
    attachmentId: uuid().$type<AttachmentId>().notNull(),
    /** From 0. */
    number: integer().notNull(),
    /** Null for a part that is kept in the bucket. */
    bytes: bytea(),
    /** What it is called in the bucket. */
    objectId: uuid(),
  },
  (part) => [
    primaryKey({ name: "attachment_parts_of_one", columns: [part.attachmentId, part.number] }),
    check("attachment_parts_are_kept_once", sql`num_nonnulls(${part.bytes}, ${part.objectId}) = 1`),
  ],
);

/** Files that are gone and whose parts are still to be taken away. A trigger writes it, whatever deletes a file. */
export const partsToRemove = pgTable(
  "parts_to_remove",
  { attachmentId: uuid().$type<AttachmentId>().primaryKey(), dueAt: moment().notNull() },
  (row) => [index("parts_to_remove_by_time").on(row.dueAt)],
);

/**
 * What the bucket is to be rid of: each object before it is put there, until a part has it, and again once that part is
 * gone, which a trigger sees to.
 */
export const objectsToRemove = pgTable(
  "objects_to_remove",
  { id: uuid().primaryKey(), dueAt: moment().notNull() },
  (row) => [index("objects_to_remove_by_time").on(row.dueAt)],
);
