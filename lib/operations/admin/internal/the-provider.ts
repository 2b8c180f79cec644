import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import type { ProviderId } from "@/lib/domain/ids";
import { mayBeAdministered } from "@/lib/domain/provider/suspending";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";

/**
 * A provider that is set up. Its team is locked already.
 *
 * @throws {Refused} `provider_not_set_up`
 */
export async function theProvider(tx: Tx, providerId: ProviderId) {
  const [provider] = await tx
    .select({
      name: providers.name,
      status: providers.status,
      state: providers.state,
      language: providers.language,
      discountPercent: providers.discountPercent,
    })
    .from(providers)
    .where(eq(providers.id, providerId));
  if (!provider) throw new NotFound();
  assertAllowed(mayBeAdministered(provider.status));
  return { ...provider, name: provider.name ?? "" };
}
