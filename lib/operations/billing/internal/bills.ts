import "server-only";
import type { Tx } from "@/db/client";
import { type Bill, billOf } from "@/lib/domain/billing/bill";
import { type Month, spanOf } from "@/lib/domain/billing/month";
import { levelsOf } from "@/lib/domain/billing/usage";
import type { ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { accountCreditOf } from "@/lib/operations/billing/internal/account-credit";
import { usageOf } from "@/lib/operations/billing/internal/read-usage";

export type Billed = {
  bill: Bill;
  /** What a seat cost at the end, in cents. */
  prices: Record<Plan, number>;
  /** What the provider has with us before this bill. */
  accountCredit: number;
};

/** What providers owe for a month, in statements whose number does not depend on theirs. */
export async function billsOf(
  tx: Tx,
  billed: readonly { id: ProviderId; discountPercent: number }[],
  month: Month,
): Promise<Map<ProviderId, Billed>> {
  if (billed.length === 0) return new Map();
  const span = spanOf(month);
  const ids = billed.map(({ id }) => id);
  const usage = await usageOf(tx, ids, span);
  const credit = await accountCreditOf(tx, ids);
  return new Map(
    billed.map(({ id, discountPercent }) => {
      const { openings, entries } = usage(id);
      const accountCredit = credit(id);
      const prices = openings.map((opening) => [
        opening.plan,
        levelsOf(opening, entries, span).at(-1)?.cents,
      ]);
      return [
        id,
        {
          bill: billOf({ span, openings, entries, discountPercent, accountCredit }),
          // There is an opening for each plan.
          prices: Object.fromEntries(prices) as Record<Plan, number>,
          accountCredit,
        },
      ];
    }),
  );
}
