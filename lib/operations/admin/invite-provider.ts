import "server-only";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { sortKey } from "@/lib/domain/names";
import { plans } from "@/lib/domain/organization/plans";
import { InviteProvider } from "@/lib/domain/provider/inputs";
import { minimumsOf } from "@/lib/domain/provider/terms";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { sendSetUpLink } from "@/lib/operations/admin/internal/send-set-up-link";
import { defineCommand } from "@/lib/operations/command";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { done } from "@/lib/operations/outcome";

/** Makes a pending provider with its two seat minimums, and mails its owner the link to set it up. */
export const inviteProvider = defineCommand({
  name: "admin.invite_provider",
  input: InviteProvider,
  access: instanceAdministrators,
  throttle: ({ actor }) => mailThrottle(actor),
  quota: ({ input: { email } }) => mailQuota([email]),
  async run({ tx, input: { email, name, discountPercent, ...seats }, now }) {
    const [provider] = await tx
      .insert(providers)
      .values({
        name,
        sortName: sortKey(name ?? email),
        ownerEmail: email,
        discountPercent,
        createdAt: now,
        revisedAt: now,
      })
      .returning({ id: providers.id });
    if (!provider) throw new Error("an inserted provider comes back");
    const providerId = provider.id;
    const minimums = minimumsOf(seats);
    await tx
      .insert(providerPlans)
      .values(plans.map((plan) => ({ providerId, plan, seatMinimum: minimums[plan] })));
    await sendSetUpLink(tx, { providerId, email, name }, now);
    return done({ providerId }, { type: "provider.invited", providerId, details: { email } });
  },
});
