import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { providerMembers } from "@/db/schema/provider-members";
import { ProviderId } from "@/lib/domain/ids";
import { personOf } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { clientKeys } from "@/lib/operations/key/internal/client-keys";
import { knownKeyOf } from "@/lib/operations/key/internal/known-keys";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/**
 * The provider key, sealed for whoever asks, at the moment an act needs it, with what their browser compares it
 * with: keys of clients that it opens, and what the account remembers of it.
 */
export const getProviderKey = defineQuery({
  name: "provider.get_key",
  input: z.object({ providerId: ProviderId }),
  access: inProvider.open_portal,
  async read({ tx, actor, input: { providerId }, standing }) {
    const [member] = await tx
      .select({
        providerKeyForMember: providerMembers.providerKeyForMember,
        knownProviderKey: knownKeyOf(personOf(actor), "provider", providerMembers.providerId),
      })
      .from(providerMembers)
      .where(
        and(eq(providerMembers.providerId, providerId), eq(providerMembers.id, placeOf(standing).memberId)),
      );
    if (!member?.providerKeyForMember) throw new NotFound();
    return {
      ...member,
      providerKeyForMember: member.providerKeyForMember,
      clientKeys: await clientKeys(tx, providerId),
    };
  },
});
