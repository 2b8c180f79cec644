import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { invoices } from "@/db/schema/invoices";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { discountOn } from "@/lib/domain/billing/discount";
import { isTaxNumberMissing, subscriptionStatus } from "@/lib/domain/billing/invoice";
import { monthOf, spanOf } from "@/lib/domain/billing/month";
import { currency } from "@/lib/domain/billing/prices";
import { ProviderId } from "@/lib/domain/ids";
import { planFacts } from "@/lib/domain/organization/plans";
import { billedSeats, purchasedSeats, unassignedSeats } from "@/lib/domain/provider/seats";
import { environment } from "@/lib/env";
import { billsOf } from "@/lib/operations/billing/internal/bills";
import { billedTo } from "@/lib/operations/billing/internal/providers-to-bill";
import { NotFound } from "@/lib/operations/errors";
import { inPlanOrder } from "@/lib/operations/plan-order";
import { inProvider } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** What the provider pays for each month, plan by plan, and what the running month comes to. Protocol chapter 7.8. */
export const getSubscription = defineQuery({
  name: "provider.get_subscription",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.read_subscription,
  async read({ tx, input: { providerId }, now }) {
    const overdue = and(
      eq(invoices.providerId, providers.id),
      eq(invoices.status, "open"),
      lt(invoices.dueAt, now),
    );
    const rows = await tx
      .select({
        provider: providers,
        overdue: sql<number>`(select count(*)::int from ${invoices} where ${overdue})`,
        plan: providerPlans.plan,
        minimum: providerPlans.seatMinimum,
        assigned: providerPlans.allocatedSeats,
      })
      .from(providers)
      .innerJoin(providerPlans, eq(providerPlans.providerId, providers.id))
      .where(eq(providers.id, providerId))
      .orderBy(inPlanOrder(providerPlans.plan));
    const [first] = rows;
    if (!first) throw new NotFound();
    const { provider } = first;
    const { discountPercent } = provider;
    const month = monthOf(now);
    const billed = (await billsOf(tx, [{ id: providerId, discountPercent }], month)).get(providerId);
    if (!billed) throw new NotFound();

    const plans = rows.map(({ plan, minimum, assigned }) => {
      const seats = { minimum, assigned };
      const monthlyCents = billed.prices[plan];
      return {
        ...seats,
        plan,
        tier: planFacts[plan].tier,
        purchased: purchasedSeats(seats),
        unassigned: unassignedSeats(seats),
        billed: billedSeats(seats),
        monthlyCents,
        costCents: billedSeats(seats) * monthlyCents,
      };
    });
    const subtotalCents = plans.reduce((sum, { costCents }) => sum + costCents, 0);
    const discountCents = discountOn(subtotalCents, discountPercent);
    return {
      status: subscriptionStatus(provider.state, first.overdue),
      plans,
      currency,
      discountPercent,
      subtotalCents,
      discountCents,
      totalCents: subtotalCents - discountCents,
      billedTo: billedTo(provider),
      isTaxNumberMissing: isTaxNumberMissing(billedTo(provider), environment().issuerCountry),
      issuer: environment().issuer,
      /** Where nobody collects, a provider pays in the way that whoever bills has told. */
      isPaidAsIssuerSays: environment().billing.by === "ledger",
      accountCreditCents: billed.accountCredit,
      /** The invoice of the running month, as things are. */
      next: { month, issuedOn: spanOf(month).end, bill: billed.bill },
    };
  },
});
