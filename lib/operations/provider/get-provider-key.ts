import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { EncString } from "@/lib/crypto/types";
import { ProviderId } from "@/lib/domain/ids";
import { personOf } from "@/lib/operations/account/access";
import { knownKeyOf } from "@/lib/operations/account/internal/known-keys";
import { NotFound } from "@/lib/operations/errors";
import { inProvider, placeOf } from "@/lib/operations/provider/access";
import { defineQuery } from "@/lib/operations/query";

/** So many clients' keys are served with the provider's, which has to open one of them. */
const clientsToOpen = 3;

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

/** Keys of some of the provider's clients, sealed under its own; from the index alone, however many there are. */
export async function clientKeys(tx: Tx, providerId: ProviderId): Promise<EncString[]> {
  const clients = await tx
    .select({ key: providerOrganizations.organizationKeyForProvider })
    .from(providerOrganizations)
    .where(eq(providerOrganizations.providerId, providerId))
    .orderBy(asc(providerOrganizations.organizationId))
    .limit(clientsToOpen);
  return clients.map(({ key }) => key);
}
