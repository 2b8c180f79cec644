import "server-only";
import { and, eq } from "drizzle-orm";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { sortKey } from "@/lib/domain/names";
import { CorrectProviderInvitation } from "@/lib/domain/provider/inputs";
import { minimumsOf } from "@/lib/domain/provider/terms";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { holdPending } from "@/lib/operations/admin/internal/hold-pending";
import { sendSetUpLink } from "@/lib/operations/admin/internal/send-set-up-link";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { done } from "@/lib/operations/outcome";

/**
 * Changes the invitation of a provider that is still pending. Another address gets a link of its own, and the link
 * at the earlier address stops working.
 */
export const correctProviderInvitation = defineCommand({
  name: "admin.correct_provider_invitation",
  input: CorrectProviderInvitation,
  access: instanceAdministrators,
  throttle: ({ actor }) => mailThrottle(actor),
  locks: ({ input: { providerId } }) => [team(providerId)],
  async quota({ tx, input: { providerId, email } }) {
    const [before] = await tx
      .select({ email: providers.ownerEmail })
      .from(providers)
      .where(eq(providers.id, providerId));
    return before && before.email !== email ? mailQuota([email]) : [];
  },
  async run({ tx, input: { providerId, email, name, discountPercent, ...seats }, now }) {
    const before = await holdPending(tx, providerId);
    await tx
      .update(providers)
      .set({ ownerEmail: email, name, sortName: sortKey(name ?? email), discountPercent, revisedAt: now })
      .where(eq(providers.id, providerId));
    const minimums = minimumsOf(seats);
    for (const plan of ["teams_monthly", "enterprise_monthly"] as const)
      await tx
        .update(providerPlans)
        .set({ seatMinimum: minimums[plan] })
        .where(and(eq(providerPlans.providerId, providerId), eq(providerPlans.plan, plan)));
    if (email !== before.email) await sendSetUpLink(tx, { providerId, email, name }, now);
    return done({ providerId }, { type: "provider.invitation_changed", providerId, details: { email } });
  },
});
