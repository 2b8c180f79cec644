import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import type { ProviderId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { advanceProvider } from "@/lib/operations/revision/internal/advance";

const ruleColumns = {
  language: providers.language,
  requiresTwoStep: providers.requiresTwoStep,
  serviceUsersCreateClients: providers.serviceUsersCreateClients,
  sessionHours: providers.sessionHours,
};
type Rules = Pick<typeof providers.$inferSelect, keyof typeof ruleColumns>;

/**
 * Sets one of the rules that a provider has for its people.
 *
 * @returns what it was before; null where it is so already, and nothing happens.
 */
export async function setRule<Rule extends keyof Rules>(
  tx: Tx,
  providerId: ProviderId,
  rule: Rule,
  to: Rules[Rule],
  now: Date,
): Promise<{ before: Rules[Rule] } | null> {
  const [rules] = await tx.select(ruleColumns).from(providers).where(eq(providers.id, providerId));
  if (!rules) throw new NotFound();
  const before = rules[rule];
  if (before === to) return null;
  await tx
    .update(providers)
    .set({ [rule]: to, revisedAt: now })
    .where(eq(providers.id, providerId));
  await advanceProvider(tx, providerId);
  return { before };
}
