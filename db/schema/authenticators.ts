import { bigint, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { users } from "./users";

/** An account's authenticator app. Until its first code has come, it is asked of nobody. */
export const authenticators = pgTable("authenticators", {
  userId: uuid()
    .$type<UserId>()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** The shared secret, sealed with the instance's own (see `lib/secrets-at-rest.ts`). */
  sealedSecret: text().notNull(),
  createdAt: moment().notNull().defaultNow(),
  confirmedAt: moment(),
  /** The 30-second step of the last code that was taken: no code of it or of an earlier one works again. */
  lastStep: bigint({ mode: "number" }).notNull().default(0),
});
