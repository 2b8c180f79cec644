import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import type { ProviderId } from "@/lib/domain/ids";

/** What mails call the provider; empty while it has no name. */
export async function providerNameOf(tx: Tx, providerId: ProviderId): Promise<string> {
  const [provider] = await tx
    .select({ name: providers.name })
    .from(providers)
    .where(eq(providers.id, providerId));
  return provider?.name ?? "";
}
