import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { customType, timestamp } from "drizzle-orm/pg-core";
import { nameBytes } from "@/lib/domain/names";

/** A moment, kept to the millisecond that clients send back. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** A text that lists are sorted by: compared byte by byte, so that no database's collation decides. */
export const sortText = customType<{ data: string }>({ dataType: () => `text collate "C"` });

/** When the row came to be and when it last changed: what clients call creation and revision date. */
export const dates = () => ({
  createdAt: moment().notNull().defaultNow(),
  revisedAt: moment().notNull().defaultNow(),
});

/** For a check: a name is no longer than an index has room for. */
export const nameFits = (name: SQLWrapper): SQL => sql`octet_length(${name}) <= ${sql.raw(`${nameBytes}`)}`;

/** The same of a name that is never empty. */
export const nameIsThere = (name: SQLWrapper): SQL =>
  sql`octet_length(${name}) between 1 and ${sql.raw(`${nameBytes}`)}`;
