import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { providers } from "@/db/schema/providers";
import { ProviderId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { inProvider } from "@/lib/operations/provider/access";
import { countClients } from "@/lib/operations/provider/internal/count-clients";
import { defineQuery } from "@/lib/operations/query";

/** What the provider's admins have decided for its people, and how many clients keep it from being deleted. */
export const getProviderRules = defineQuery({
  name: "provider.get_rules",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.read_settings,
  async read({ tx, input: { providerId } }) {
    const [provider] = await tx
      .select({
        serviceUsersCreateClients: providers.serviceUsersCreateClients,
        sessionHours: providers.sessionHours,
        language: providers.language,
      })
      .from(providers)
      .where(eq(providers.id, providerId));
    if (!provider) throw new NotFound();
    return { ...provider, clients: await countClients(tx, providerId) };
  },
});
