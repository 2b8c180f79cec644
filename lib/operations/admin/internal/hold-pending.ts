import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providers } from "@/db/schema/providers";
import type { ProviderId } from "@/lib/domain/ids";
import { NotFound, Refused } from "@/lib/operations/errors";
import { lockLinks } from "@/lib/operations/provider/internal/lock-links";

/**
 * Holds a provider that nobody has set up yet, with the links that would set it up.
 *
 * @throws {NotFound}
 * @throws {Refused} `provider_already_set_up`
 */
export async function holdPending(tx: Tx, providerId: ProviderId) {
  await lockLinks(tx, eq(oneTimeTokens.providerId, providerId));
  const [provider] = await tx
    .select({ email: providers.ownerEmail, name: providers.name, status: providers.status })
    .from(providers)
    .where(eq(providers.id, providerId))
    .for("no key update");
  if (!provider) throw new NotFound();
  if (provider.status !== "pending") throw new Refused("provider_already_set_up");
  return provider;
}
