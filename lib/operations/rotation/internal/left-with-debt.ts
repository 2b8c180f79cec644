import "server-only";
import { sql } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { asTheyLeft } from "@/lib/operations/people/internal/called";

/**
 * Joins what somebody was called as they left with a debt: as a member of the organization, or as one of its provider's
 * team.
 */
export const leftWithDebt = asTheyLeft(
  rotationDebts.userId,
  sql`(case when ${rotationDebts.providerMemberId} is null then ${rotationDebts.organizationId}
    else (select client.provider_id from ${organizations} as client where client.id = ${rotationDebts.organizationId}) end)`,
);
