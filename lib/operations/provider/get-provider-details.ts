import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { providers } from "@/db/schema/providers";
import { ProviderId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { inProvider } from "@/lib/operations/provider/access";
import { detailColumns } from "@/lib/operations/provider/internal/detail-columns";
import { defineQuery } from "@/lib/operations/query";

/** What the settings page shows and changes. */
export const getProviderDetails = defineQuery({
  name: "provider.get_details",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.read_settings,
  async read({ tx, input: { providerId } }) {
    const [provider] = await tx.select(detailColumns).from(providers).where(eq(providers.id, providerId));
    if (!provider) throw new NotFound();
    return provider;
  },
});
