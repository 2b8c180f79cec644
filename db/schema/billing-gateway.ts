import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ProviderId } from "@/lib/domain/ids";
import { moment } from "./columns";

/** What a payment service calls a provider. It outlives the provider, because its last invoices are collected later. */
export const gatewayCustomers = pgTable("gateway_customers", {
  providerId: uuid().$type<ProviderId>().primaryKey(),
  reference: text().notNull().unique(),
});

/** What a payment service has told, by its id: each works once. */
export const gatewayEvents = pgTable("gateway_events", {
  id: text().primaryKey(),
  type: text().notNull(),
  receivedAt: moment().notNull(),
});
