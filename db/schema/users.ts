import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { UserId } from "@/lib/domain/ids";
import { dates, moment, nameFits, sortText } from "./columns";

/** An account: who somebody is, how they prove it, and their keys, sealed by their own browser. */
export const users = pgTable(
  "users",
  {
    id: uuid().$type<UserId>().primaryKey().defaultRandom(),
    /** Normalized; also the salt of the master key. */
    email: text().notNull().unique(),
    emailVerifiedAt: moment(),
    name: text(),
    /** The key that lists of people are sorted and searched by: of the name, or of the address without one. */
    sortName: sortText().notNull(),
    /** A service account is an ordinary account that belongs to no person. */
    kind: text({ enum: ["person", "service"] })
      .notNull()
      .default("person"),
    instanceRole: text({ enum: ["user", "administrator"] })
      .notNull()
      .default("user"),
    locale: text({ enum: ["en", "fr"] }),
    /** Argon2id of the authentication hash that the client sends. Protocol chapter 1.2. */
    passwordHash: text().notNull(),
    kdfType: text({ enum: ["argon2id", "pbkdf2_sha256"] }).notNull(),
    kdfIterations: integer().notNull(),
    /** MiB; null for PBKDF2. */
    kdfMemory: integer(),
    kdfParallelism: integer(),
    /** The user key, sealed under the stretched master key. */
    userKeyForAccount: text().$type<EncString>().notNull(),
    publicKey: text().$type<PublicKey>().notNull(),
    /** The private key, sealed under the user key. */
    privateKeyForAccount: text().$type<EncString>().notNull(),
    /** The id that apps have worked out of the user key, as 32 hexadecimal digits. They keep it here to find the key by. */
    userKeyId: text(),
    /** When the user key took the place of another; null for the first one. */
    keyRotatedAt: moment(),
    /** Somebody of an organization has set a temporary master password: the first thing to do is to choose another. */
    mustChangePassword: boolean().notNull().default(false),
    /** Whether a log-in can take a code that is mailed to the address, as its second step. */
    codesByMail: boolean().notNull().default(false),
    /** Sessions made under another stamp are over. */
    securityStamp: uuid().notNull().defaultRandom(),
    /** When what is the account's own last changed. What it syncs changes with its tenants too: see `revisions`. */
    accountRevisedAt: moment().notNull().defaultNow(),
    ...dates(),
  },
  (user) => [
    check(
      "users_email_normalized",
      sql`${user.email} = lower(${user.email}) and length(${user.email}) <= 256`,
    ),
    check("users_name_limit", nameFits(user.name)),
    check("users_key_id_form", sql`${user.userKeyId} ~ '^[0-9a-f]{32}$'`),
    check(
      "users_kdf_floor",
      sql`(${user.kdfType} = 'pbkdf2_sha256' and ${user.kdfIterations} between 600000 and 2000000)
        or (${user.kdfType} = 'argon2id' and ${user.kdfIterations} between 3 and 10
          and ${user.kdfMemory} between 32 and 1024 and ${user.kdfParallelism} between 1 and 16)`,
    ),
  ],
);
