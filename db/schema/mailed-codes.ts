import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { mailedCodePurposes } from "@/lib/domain/account/mailed-code";
import type { UserId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { users } from "./users";

/** The code of six digits that was last mailed to somebody for one purpose. It goes when it is taken. */
export const mailedCodes = pgTable(
  "mailed_codes",
  {
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text({ enum: mailedCodePurposes }).notNull(),
    /** Where it was sent. */
    address: text().notNull(),
    /** HMAC-SHA-256 with the instance's own secret: six digits could be guessed from a plain hash. */
    hash: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
  },
  (code) => [
    primaryKey({ columns: [code.userId, code.purpose] }),
    index("mailed_codes_by_expiry").on(code.expiresAt),
    check("mailed_codes_address_limit", sql`length(${code.address}) <= 256`),
  ],
);
