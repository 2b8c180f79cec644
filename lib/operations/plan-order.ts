import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { plans } from "@/lib/domain/organization/plans";

/** Sorts rows of several plans as plans stand wherever there are several: the smaller one first. */
export const inPlanOrder = (plan: SQLWrapper): SQL =>
  sql`array_position(array[${sql.join(
    plans.map((name) => sql`${name}`),
    sql`, `,
  )}]::text[], ${plan}::text)`;
