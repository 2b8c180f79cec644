import "server-only";
import { eq } from "drizzle-orm";
import { accountCredits } from "@/db/schema/account-credits";
import { providers } from "@/db/schema/providers";
import { userIdOf } from "@/lib/domain/actor";
import { GiveCredit } from "@/lib/domain/billing/inputs";
import { currency } from "@/lib/domain/billing/prices";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { invoicesOfAll } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";

/** Gives a provider credit, which its next invoices use up. */
export const giveCredit = defineCommand({
  name: "billing.give_credit",
  input: GiveCredit,
  access: instanceAdministrators,
  locks: () => [invoicesOfAll],
  async run({ tx, actor, input: { providerId, cents }, now }) {
    const [provider] = await tx
      .select({ id: providers.id })
      .from(providers)
      .where(eq(providers.id, providerId))
      .for("key share");
    if (!provider) throw new NotFound();
    const actorId = userIdOf(actor);
    await tx.insert(accountCredits).values({ providerId, at: now, cents, reason: "given", actorId });
    const amount = `${(cents / 100).toFixed(2)} ${currency}`;
    return done({ providerId }, { type: "provider.credit_given", providerId, details: { amount } });
  },
});
