import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { OrganizationId, ProviderId, UserId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";
import { ledgerReasons } from "@/lib/domain/provider/ledger";
import { moment } from "./columns";

/**
 * Every change of seats, plan or price, as bills will need it. Rows are written and never changed: a trigger of
 * the migration refuses it. No foreign keys: the ledger outlives what it is about.
 */
export const seatLedger = pgTable(
  "seat_ledger",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull(),
    providerId: uuid().$type<ProviderId>().notNull(),
    /** Null for the seats that the provider has committed to, whoever uses them. */
    organizationId: uuid().$type<OrganizationId>(),
    plan: text({ enum: plans }).notNull(),
    /** Null where no person acted: the operator, or the migration that began the ledger. */
    actorId: uuid().$type<UserId>(),
    reason: text({ enum: ledgerReasons }).notNull(),
    /** Of this plan; another plan of the same organization has rows of its own. */
    seatsBefore: integer().notNull(),
    seatsAfter: integer().notNull(),
    /** For one seat and month, in cents of US dollars, at that time. */
    monthlyPrice: integer().notNull(),
  },
  (entry) => [
    index("seat_ledger_of_plan").on(entry.providerId, entry.plan, entry.at, entry.id),
    index("seat_ledger_of_organization").on(entry.organizationId, entry.id),
    check("seat_ledger_counts", sql`${entry.seatsBefore} >= 0 and ${entry.seatsAfter} >= 0`),
  ],
);
