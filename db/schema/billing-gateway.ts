import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ProviderId } from "@/lib/domain/ids";
import { moment } from "./columns";
import { providers } from "./providers";

/** What a payment service calls a provider. */
export const gatewayCustomers = pgTable("gateway_customers", {
  providerId: uuid()
    .$type<ProviderId>()
    .primaryKey()
    .references(() => providers.id, { onDelete: "cascade" }),
  reference: text().notNull().unique(),
});

/** What a payment service has told, by its id: each works once. */
export const gatewayEvents = pgTable("gateway_events", {
  id: text().primaryKey(),
  type: text().notNull(),
  receivedAt: moment().notNull(),
});
