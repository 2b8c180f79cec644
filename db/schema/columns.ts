import { customType, timestamp } from "drizzle-orm/pg-core";

/** A moment, kept to the millisecond that clients send back. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** A text that lists are sorted by: compared byte by byte, so that no database's collation decides. */
export const sortText = customType<{ data: string }>({ dataType: () => `text collate "C"` });

/** When the row came to be and when it last changed: what clients call creation and revision date. */
export const dates = () => ({
  createdAt: moment().notNull().defaultNow(),
  revisedAt: moment().notNull().defaultNow(),
});
