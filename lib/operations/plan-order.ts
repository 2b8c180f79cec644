import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { plans } from "@/lib/domain/organization/plans";

/** Sorts what a provider has of each plan: the smaller one first. A list of clients is ordered by the word for the plan. */
export const inPlanOrder = (plan: SQLWrapper): SQL =>
  sql`array_position(array[${sql.join(
    plans.map((name) => sql`${name}`),
    sql`, `,
  )}]::text[], ${plan}::text)`;
