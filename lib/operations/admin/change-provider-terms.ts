import "server-only";
import { eq } from "drizzle-orm";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { userIdOf } from "@/lib/domain/actor";
import type { AuditEvent } from "@/lib/domain/events";
import { planFacts, plans } from "@/lib/domain/organization/plans";
import { ChangeProviderTerms } from "@/lib/domain/provider/inputs";
import { purchasedSeats, withMinimum } from "@/lib/domain/provider/seats";
import { minimumsOf, sameTerms } from "@/lib/domain/provider/terms";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { theProvider } from "@/lib/operations/admin/internal/the-provider";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { seatsOf, team } from "@/lib/operations/locks";
import { doneEach } from "@/lib/operations/outcome";
import { enterSeats } from "@/lib/operations/provider/internal/enter-seats";
import { lockPlans } from "@/lib/operations/provider/internal/lock-plans";
import { advanceProvider } from "@/lib/operations/revision/internal/advance";

/**
 * Changes how many seats a provider has committed itself to, and its discount. Clients keep their seats, and those beyond
 * the minimum are purchased. The ledger has a row for each minimum that differs. Protocol chapter 7.8.
 *
 * @throws {Refused} `terms_changed` when they are not those that were changed on the screen.
 */
export const changeProviderTerms = defineCommand({
  name: "admin.change_provider_terms",
  input: ChangeProviderTerms,
  access: instanceAdministrators,
  locks: ({ input: { providerId } }) => [team(providerId), seatsOf(providerId)],
  async run({ tx, actor, input: { providerId, shown, discountPercent, ...seats }, now }) {
    const provider = await theProvider(tx, providerId);
    const locked = await lockPlans(tx, providerId);
    const before = {
      teamsSeats: locked.get("teams_monthly")?.minimum ?? 0,
      enterpriseSeats: locked.get("enterprise_monthly")?.minimum ?? 0,
      discountPercent: provider.discountPercent,
    };
    if (!sameTerms(shown, before)) throw new Refused("terms_changed");

    const minimums = minimumsOf(seats);
    const changed = plans.flatMap((plan) => {
      const row = locked.get(plan);
      const to = minimums[plan];
      return row && row.minimum !== to ? [{ plan, row, from: row.minimum, to }] : [];
    });
    for (const { row, to } of changed) {
      const after = withMinimum(row, to);
      await tx
        .update(providerPlans)
        .set({ seatMinimum: to, purchasedSeats: purchasedSeats(after), revisedAt: now })
        .where(eq(providerPlans.id, row.id));
    }
    const entries = changed.map(({ plan, from, to }) => ({
      providerId,
      organizationId: null,
      plan,
      before: from,
      after: to,
    }));
    await enterSeats(tx, userIdOf(actor), "minimum_changed", entries, now);
    const events: AuditEvent[] = changed.map(({ plan, from, to }) => ({
      type: "provider.minimum_changed",
      providerId,
      details: { plan: planFacts[plan].tier, from, to },
    }));
    if (discountPercent !== before.discountPercent) {
      await tx.update(providers).set({ discountPercent, revisedAt: now }).where(eq(providers.id, providerId));
      const details = { from: before.discountPercent, to: discountPercent };
      events.push({ type: "provider.discount_changed", providerId, details });
    }
    if (events.length > 0) await advanceProvider(tx, providerId);
    return doneEach({ providerId }, events, (event) => event);
  },
});
