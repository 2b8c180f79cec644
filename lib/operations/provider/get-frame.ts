import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { providers } from "@/db/schema/providers";
import { ProviderId } from "@/lib/domain/ids";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** What every page of the portal shows around itself. */
export const getProviderFrame = defineQuery({
  name: "provider.get_frame",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.open_portal,
  async read({ tx, input: { providerId }, standing }) {
    const [shown] = await tx
      .select({
        name: sql<string>`coalesce(${providers.name}, '')`,
        toConfirm: providers.acceptedMembers,
        confirmedAdmins: providers.confirmedAdmins,
      })
      .from(providers)
      .where(eq(providers.id, providerId));
    const { role, state } = placeOf(standing);
    return { role, state, ...(shown ?? { name: "", toConfirm: 0, confirmedAdmins: 0 }) };
  },
});
