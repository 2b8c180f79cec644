import "server-only";
import { sql } from "drizzle-orm";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { asTheyLeft } from "@/lib/operations/people/internal/called";
import { providerOf } from "@/lib/operations/provider-of";

/**
 * Joins what somebody was called as they left with a debt: as a member of the organization, or as one of its provider's
 * team.
 */
export const leftWithDebt = asTheyLeft(
  rotationDebts.userId,
  sql`(case when ${rotationDebts.providerMemberId} is null then ${rotationDebts.organizationId}
    else ${providerOf(rotationDebts.organizationId)} end)`,
);
