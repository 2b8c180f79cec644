import { bigint, boolean, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { EncString } from "@/lib/crypto/types";
import type { PasskeyId, UserId } from "@/lib/domain/ids";
import { moment, nameFits } from "./columns";
import { users } from "./users";

/** A passkey of an account: a second step of its log-in, and perhaps a way to unlock its vault. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid().$type<PasskeyId>().primaryKey().defaultRandom(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** As the authenticator names it, in base64url. */
    credentialId: text().notNull().unique(),
    /** COSE, in base64url. */
    publicKey: text().notNull(),
    /** How often it has signed, where it counts: a number that does not grow shows a copy. */
    counter: bigint({ mode: "number" }).notNull().default(0),
    /** How browsers reach it, such as `usb` or `internal`. */
    transports: text().array().notNull(),
    /** Whether it evaluates secrets of its own (the PRF extension), so that it could unlock a vault. */
    evaluates: boolean().notNull().default(false),
    /** The user key, sealed under what the passkey evaluates. Null where it unlocks nothing. */
    userKeyForPasskey: text().$type<EncString>(),
    createdAt: moment().notNull().defaultNow(),
    lastUsedAt: moment(),
  },
  (passkey) => [
    index("passkeys_of_user").on(passkey.userId, passkey.createdAt),
    check("passkeys_name_limit", nameFits(passkey.name)),
  ],
);
