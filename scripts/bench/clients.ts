import { createHash, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { clientTags, providerTags } from "@/db/schema/client-tags";
import { organizations } from "@/db/schema/organizations";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { ClientTagId, type OrganizationId, type ProviderId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { planFacts } from "@/lib/domain/organization/plans";
import { clientFilters } from "@/lib/domain/provider/inputs";
import { getPortalOverview } from "@/lib/operations/client/get-portal-overview";
import { listClients } from "@/lib/operations/client/list-clients";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { type Person, publicKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

/** A page of fifty touches at most this many times more of the database at five thousand clients. */
const limit = 1.2;
/** At the smaller size, each filter and each tag still has more than a page of clients. */
const sizes = [300, 5_000] as const;
const sorts = ["name", "assigned", "used", "remaining", "plan"] as const;
/** Of each filter and each tag, one in so many clients: at either size, some are found and some are not. */
const oneIn = 3;

/** Clients of which a third waits for its owner, a third is suspended and a third has no owner, and a tag of each. */
async function addClients(db: Database, providerId: ProviderId, count: number): Promise<ClientTagId[]> {
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

/** A visit to each client, which is over. */
const visitEach = (db: Database, providerId: ProviderId, { userId, actor }: Person) =>
  db.execute(sql`
    insert into client_visits (provider_id, organization_id, user_id, session_id, started_at, ended_at)
    select ${providerId}, id, ${userId}, ${actor.sessionId}, now(), now()
    from organizations where provider_id = ${providerId}`);

/** Every order of all clients, of each filter and of one tag, and what the portal shows first. */
async function measure(count: number): Promise<Map<string, number>> {
  const { db, settle, buffersOf, close } = await openMeasured();
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  const [tag = null] = await addClients(db, providerId, count);
  await db.update(providerPlans).set({ seatMinimum: 75 }).where(eq(providerPlans.providerId, providerId));
  await visitEach(db, providerId, brett);
  await settle();

  const views = [
    { what: "all", view: {} },
    ...clientFilters.map((status) => ({ what: status, view: { status } })),
    { what: "a tag", view: { tag } },
  ];
  const buffers = new Map<string, number>();
  for (const { what, view } of views)
    for (const sort of sorts)
      buffers.set(
        `${what} by ${sort}`,
        await buffersOf(() => ask(db, listClients, brett.actor, { providerId, sort, ...view })),
      );
  buffers.set("the overview", await buffersOf(() => ask(db, getPortalOverview, brett.actor, { providerId })));
  await close();
  return buffers;
}

export async function run() {
  const [few, many] = [await measure(sizes[0]), await measure(sizes[1])];
  const ratios = [...few].map(([view, at]) => {
    const atMany = many.get(view) ?? Number.POSITIVE_INFINITY;
    return { view, few: at, many: atMany, ratio: atMany / at };
  });
  const lines = ratios.map(
    ({ view, few, many, ratio }) =>
      `${view}: ${few} buffers at ${sizes[0]} clients, ${many} at ${sizes[1]}, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  );
  return { lines, ok: ratios.every(({ ratio }) => ratio <= limit) };
}
