import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ProviderId } from "@/lib/domain/ids";
import { sessionHours } from "@/lib/domain/provider/session-length";
import { dates, moment, nameFits, sortText } from "./columns";

/** A managed service provider. Pending until its owner has set it up and made its key. */
export const providers = pgTable(
  "providers",
  {
    id: uuid().$type<ProviderId>().primaryKey().defaultRandom(),
    /** Null while pending, unless the invitation gave one. */
    name: text(),
    /** What it is called, or its owner's address, without accents or case: administrators sort and search by it. */
    sortName: sortText().notNull().default(""),
    /** Who was invited to set it up. */
    ownerEmail: text().notNull(),
    businessName: text(),
    billingEmail: text(),
    billingPhone: text(),
    addressLine1: text(),
    addressLine2: text(),
    postalCode: text(),
    city: text(),
    region: text(),
    /** ISO 3166-1 alpha-2. */
    country: text(),
    taxNumber: text(),
    type: text({ enum: ["msp", "reseller", "business_unit"] })
      .notNull()
      .default("msp"),
    status: text({ enum: ["pending", "created", "billable"] })
      .notNull()
      .default("pending"),
    state: text({ enum: ["enabled", "suspended"] })
      .notNull()
      .default("enabled"),
    /** Since when it is suspended, and why, in the words of an administrator of the instance. Null while it is enabled. */
    suspendedAt: moment(),
    suspensionReason: text(),
    /** What administrators of the instance take off each of its invoices, in percent. */
    discountPercent: integer().notNull().default(0),
    useEvents: boolean().notNull().default(true),
    /** Whether members whose log-in takes no second step are kept out. */
    requiresTwoStep: boolean().notNull().default(false),
    /** Whether service users make and link clients, within the seats of the minimum. */
    serviceUsersCreateClients: boolean().notNull().default(false),
    /** How many hours a log-in of one of its people lasts. */
    sessionHours: integer().notNull().default(sessionHours.usual),
    /** Of letters to whom has chosen none, and of accounts made by an invitation. Null for letters in every language. */
    language: text({ enum: ["en", "fr"] }),
    setUpAt: moment(),
    /** Counted by the database (decision 39): the whole team, whatever their status. */
    members: integer().notNull().default(0),
    invitedMembers: integer().notNull().default(0),
    acceptedMembers: integer().notNull().default(0),
    /** Confirmed admins who stay: without those whose access ends on a date. */
    confirmedAdmins: integer().notNull().default(0),
    ...dates(),
  },
  (provider) => [
    index("providers_by_age").on(provider.createdAt, provider.id),
    index("providers_by_name").on(provider.sortName, provider.id),
    check(
      "providers_session_hours",
      sql`${provider.sessionHours} between ${sql.raw(String(sessionHours.least))} and ${sql.raw(String(sessionHours.most))}`,
    ),
    check(
      "providers_reason_limit",
      sql`length(${provider.suspensionReason}) <= 1000 and (${provider.state} = 'suspended' or ${provider.suspensionReason} is null)`,
    ),
    check("providers_name_limit", sql`${nameFits(provider.name)} and ${nameFits(provider.businessName)}`),
    check("providers_discount", sql`${provider.discountPercent} between 0 and 100`),
    check(
      "providers_ready_are_named",
      sql`${provider.status} = 'pending' or (${provider.name} is not null and ${provider.billingEmail} is not null)`,
    ),
  ],
);
