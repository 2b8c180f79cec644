import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { providerMembers } from "@/db/schema/provider-members";
import { ProviderId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** The provider key, sealed for whoever asks, at the moment an act needs it. */
export const getProviderKey = defineQuery({
  name: "provider.get_key",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.open_portal,
  async read({ tx, input: { providerId }, standing }) {
    const [member] = await tx
      .select({ providerKeyForMember: providerMembers.providerKeyForMember })
      .from(providerMembers)
      .where(
        and(eq(providerMembers.providerId, providerId), eq(providerMembers.id, placeOf(standing).memberId)),
      );
    if (!member?.providerKeyForMember) throw new NotFound();
    return { providerKeyForMember: member.providerKeyForMember };
  },
});
