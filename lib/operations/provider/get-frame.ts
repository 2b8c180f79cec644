import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { ProviderId } from "@/lib/domain/ids";
import { permissionsIn } from "@/lib/domain/provider/member";
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
        suspendedAt: providers.suspendedAt,
        /** In the words of whoever runs the instance. */
        suspensionReason: providers.suspensionReason,
        /** When the access of whoever asks ends by itself. */
        accessEndsAt: providerMembers.accessEndsAt,
      })
      .from(providers)
      .leftJoin(providerMembers, eq(providerMembers.id, placeOf(standing).memberId))
      .where(eq(providers.id, providerId));
    const place = placeOf(standing);
    const may = permissionsIn(place);
    const atOtherTimes = permissionsIn({ ...place, state: "enabled" });
    return {
      state: place.state,
      may,
      /** What only the suspension takes from them: shown, and off. */
      heldBack: atOtherTimes.filter((permission) => !may.includes(permission)),
      ...(shown ?? {
        name: "",
        toConfirm: 0,
        confirmedAdmins: 0,
        suspendedAt: null,
        suspensionReason: null,
        accessEndsAt: null,
      }),
    };
  },
});

export type ProviderFrame = Awaited<ReturnType<typeof getProviderFrame.read>>;
