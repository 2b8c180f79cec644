import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ProviderId } from "@/lib/domain/ids";
import { plans } from "@/lib/domain/organization/plans";
import { dates } from "./columns";
import { providers } from "./providers";

/** A provider's seats of one plan. Its row is the lock for every change of assigned seats. */
export const providerPlans = pgTable(
  "provider_plans",
  {
    id: uuid().primaryKey().defaultRandom(),
    providerId: uuid()
      .$type<ProviderId>()
      .notNull()
      .references(() => providers.id, { onDelete: "cascade" }),
    plan: text({ enum: plans }).notNull(),
    /** Committed and billed each month, used or not. */
    seatMinimum: integer().notNull(),
    /** The sum of the seats of all clients on this plan. */
    allocatedSeats: integer().notNull().default(0),
    purchasedSeats: integer().notNull().default(0),
    /** How many clients are on this plan; counted by the database (decision 39). */
    clients: integer().notNull().default(0),
    ...dates(),
  },
  (plan) => [
    unique("provider_plans_once").on(plan.providerId, plan.plan),
    check("provider_plans_counts", sql`${plan.seatMinimum} >= 0 and ${plan.allocatedSeats} >= 0`),
    check(
      "provider_plans_purchased",
      sql`${plan.purchasedSeats} = greatest(0, ${plan.allocatedSeats} - ${plan.seatMinimum})`,
    ),
  ],
);
