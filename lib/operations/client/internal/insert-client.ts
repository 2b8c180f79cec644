import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providers } from "@/db/schema/providers";
import type { ProviderOrganizationId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { planFacts } from "@/lib/domain/organization/plans";
import type { CreateClient } from "@/lib/domain/provider/inputs";
import { NotFound } from "@/lib/operations/errors";

/** Makes an organization and ties it to its provider, to whose key its own is sealed. Its owner takes one seat. */
export async function insertClient(
  tx: Tx,
  input: z.output<typeof CreateClient>,
  now: Date,
): Promise<ProviderOrganizationId> {
  const { providerId, organizationId, organizationKeyId } = input;
  const [provider] = await tx
    .select({ billingEmail: providers.billingEmail, ownerEmail: providers.ownerEmail })
    .from(providers)
    .where(eq(providers.id, providerId));
  if (!provider) throw new NotFound();
  await tx.insert(organizations).values({
    id: organizationId,
    providerId,
    name: input.name,
    sortName: sortKey(input.name),
    billingEmail: provider.billingEmail ?? provider.ownerEmail,
    plan: input.plan,
    status: "managed",
    features: [...planFacts[input.plan].features],
    seats: input.seats,
    usedSeats: 1,
    keyId: organizationKeyId,
    publicKey: input.publicKey,
    privateKeyForOrganization: input.privateKeyForOrganization,
    createdAt: now,
    revisedAt: now,
  });
  const { organizationKeyForProvider } = input;
  const [client] = await tx
    .insert(providerOrganizations)
    .values({
      providerId,
      organizationId,
      organizationKeyForProvider,
      organizationKeyId,
      createdAt: now,
      revisedAt: now,
    })
    .returning({ id: providerOrganizations.id });
  if (!client) throw new Error("an inserted client comes back");
  return client.id;
}
