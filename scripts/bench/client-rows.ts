import { createHash, randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { clientTags, providerTags } from "@/db/schema/client-tags";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { ClientTagId, type OrganizationId, type ProviderId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { planFacts } from "@/lib/domain/organization/plans";
import { publicKey, sealedText } from "@/test/people";

/** Of each filter and each tag, one in so many clients: at either size, some are found and some are not. */
const oneIn = 3;

/** Clients of which a third waits for its owner, a third is suspended and a third has no owner but
 * people to confirm, and a tag of each. */
export async function addClients(
  db: Database,
  providerId: ProviderId,
  count: number,
): Promise<ClientTagId[]> {
  const tags = Array.from({ length: oneIn }, () => ClientTagId.parse(randomUUID()));
  await db
    .insert(providerTags)
    .values(tags.map((id) => ({ id, providerId, name: sealedText(2), color: "teal" as const })));
  const key = publicKey();
  const privateKeyForOrganization = sealedText(77);
  for (let start = 0; start < count; start += 500) {
    const rows = Array.from({ length: Math.min(500, count - start) }, (_, i) => {
      // Clients do not come in the order of their names: neighbours in the list are strangers on disk.
      const name = `Client ${createHash("sha256")
        .update(`${start + i}`)
        .digest("hex")
        .slice(0, 12)}`;
      return {
        providerId,
        name,
        sortName: sortKey(name),
        billingEmail: "billing@provider.example",
        plan: "teams_monthly" as const,
        status: "managed" as const,
        features: [...planFacts.teams_monthly.features],
        seats: 10 + (i % 90),
        usedSeats: i % 10,
        state: i % oneIn === 1 ? ("suspended" as const) : ("enabled" as const),
        waitingOwners: i % oneIn === 0 ? 1 : 0,
        acceptedMembers: i % oneIn === 2 ? 1 + (i % 7) : 0,
        publicKey: key,
        privateKeyForOrganization,
      };
    });
    const added = await db
      .insert(organizations)
      .values(rows)
      .returning({ id: organizations.id, keyId: organizations.keyId });
    await tie(db, providerId, added, tags);
  }
  return tags;
}

/** Each client is tied to its provider, and has one of the tags. */
async function tie(
  db: Database,
  providerId: ProviderId,
  added: Pick<typeof organizations.$inferSelect, "id" | "keyId">[],
  tags: readonly ClientTagId[],
) {
  const tied = added.map(({ id: organizationId, keyId: organizationKeyId }) => ({
    providerId,
    organizationId,
    organizationKeyId,
  }));
  await db.insert(providerOrganizations).values(tied);
  const tagged = added.flatMap(({ id }, i): { organizationId: OrganizationId; tagId: ClientTagId }[] => {
    const tagId = tags[i % oneIn];
    return tagId ? [{ organizationId: id, tagId }] : [];
  });
  await db.insert(clientTags).values(tagged.map((row) => ({ providerId, ...row })));
}
