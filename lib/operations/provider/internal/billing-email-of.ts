import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import type { ProviderId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";

/** Where the bills of a provider's clients go. */
export async function billingEmailOf(tx: Tx, providerId: ProviderId): Promise<string> {
  const [provider] = await tx
    .select({ billingEmail: providers.billingEmail, ownerEmail: providers.ownerEmail })
    .from(providers)
    .where(eq(providers.id, providerId));
  if (!provider) throw new NotFound();
  return provider.billingEmail ?? provider.ownerEmail;
}
