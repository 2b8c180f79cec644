import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountCredits } from "@/db/schema/account-credits";
import type { ProviderId } from "@/lib/domain/ids";

/** What each of these providers has with us, in cents. */
export async function accountCreditOf(
  tx: Tx,
  providerIds: ProviderId[],
): Promise<(providerId: ProviderId) => number> {
  const rows = await tx
    .select({
      providerId: accountCredits.providerId,
      cents: sql`sum(${accountCredits.cents})`.mapWith(Number),
    })
    .from(accountCredits)
    .where(inArray(accountCredits.providerId, providerIds))
    .groupBy(accountCredits.providerId);
  const credits = new Map(rows.map(({ providerId, cents }) => [providerId, cents]));
  return (providerId) => credits.get(providerId) ?? 0;
}
