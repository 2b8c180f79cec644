import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Month } from "@/lib/domain/billing/month";
import type { ProviderId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { providers } from "./providers";

/** That a provider was told what its invoice of a month will be, so that it is told once. */
export const invoiceAnnouncements = pgTable(
  "invoice_announcements",
  {
    providerId: uuid()
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: "cascade" }),
    month: text().$type<Month>().notNull(),
    at: moment().notNull(),
  },
  (announcement) => [primaryKey({ columns: [announcement.providerId, announcement.month] })],
);
