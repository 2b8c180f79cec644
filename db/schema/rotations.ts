import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { OrganizationId, RotationId, UserId } from "@/lib/domain/ids";
import { rotatedKinds } from "@/lib/domain/rotation/kinds";
import { moment } from "./columns";
import { organizations } from "./organizations";
import { users } from "./users";

/**
 * A key that is being replaced: an organization's or an account's. The next key is kept for whoever began, who can go
 * on in another tab; nobody else can open it. Nothing here is ever served to a reader.
 */
export const rotations = pgTable(
  "rotations",
  {
    /** Also the id of the organization's next key. */
    id: uuid().$type<RotationId>().primaryKey(),
    organizationId: uuid()
      .$type<OrganizationId>()
      .unique()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** Whose user key is replaced. */
    userId: uuid()
      .$type<UserId>()
      .unique()
      .references(() => users.id, { onDelete: "cascade" }),
    begunBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Whoever began acts for the provider, and holds its key. */
    forProvider: boolean().notNull().default(false),
    begunAt: moment().notNull(),
    lastStagedAt: moment().notNull(),
    keyForBeginner: text().$type<EncString>().notNull(),
    publicKey: text().$type<PublicKey>().notNull(),
    /** Under the next key. */
    privateKey: text().$type<EncString>().notNull(),
    /** See `organization_key_successions` and `user_key_successions`. */
    predecessor: text().$type<EncString>().notNull(),
    proof: text().$type<EncString>().notNull(),
    /**
     * Somebody who has the present key of the organization has gone since it was begun, and may have been sealed the next
     * one. Of an account: an enrolment in recovery has ended, or is sealed to another key of its organization, and may hold
     * the next one. It is not finished any more. The database sets it, however they went.
     */
    isOutdated: boolean().notNull().default(false),
  },
  (rotation) => [
    index("rotations_by_age").on(rotation.lastStagedAt),
    check(
      "rotations_have_one_subject",
      sql`num_nonnulls(${rotation.organizationId}, ${rotation.userId}) = 1`,
    ),
  ],
);

/** A row that is sealed anew, waiting for the switch, with the version of the row that it was made from. */
export const rotationRows = pgTable(
  "rotation_rows",
  {
    rotationId: uuid()
      .$type<RotationId>()
      .notNull()
      .references(() => rotations.id, { onDelete: "cascade" }),
    kind: text({ enum: rotatedKinds }).notNull(),
    /** The row's own id; of a remembered key, its subject. */
    rowId: text().notNull(),
    version: text().notNull(),
    sealed: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.rotationId, row.kind, row.rowId] })],
);
