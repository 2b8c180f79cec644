import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import type { ProviderId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { planFacts } from "@/lib/domain/organization/plans";
import { listClients } from "@/lib/operations/client/list-clients";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { publicKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

/** A page of fifty touches at most this many times more of the database at five thousand clients. */
const limit = 1.2;
const sizes = [50, 5_000] as const;
const sorts = ["name", "assigned", "used", "remaining", "plan"] as const;

async function addClients(db: Database, providerId: ProviderId, count: number) {
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
        publicKey: key,
        privateKeyForOrganization,
      };
    });
    await db.insert(organizations).values(rows);
  }
}

async function measure(count: number): Promise<Map<string, number>> {
  const { db, settle, buffersOf, close } = await openMeasured();
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  await addClients(db, providerId, count);
  await db.update(providerPlans).set({ seatMinimum: 75 }).where(eq(providerPlans.providerId, providerId));
  await settle();

  const buffers = new Map<string, number>();
  for (const sort of sorts)
    buffers.set(sort, await buffersOf(() => ask(db, listClients, brett.actor, { providerId, sort })));
  await close();
  return buffers;
}

export async function run() {
  const [few, many] = [await measure(sizes[0]), await measure(sizes[1])];
  const ratios = sorts.map((sort) => {
    const at = { few: few.get(sort) ?? 0, many: many.get(sort) ?? 0 };
    return { sort, ...at, ratio: at.many / at.few };
  });
  const lines = ratios.map(
    ({ sort, few, many, ratio }) =>
      `by ${sort}: ${few} buffers at ${sizes[0]} clients, ${many} at ${sizes[1]}, ratio ${ratio.toFixed(2)} (limit ${limit})`,
  );
  return { lines, ok: ratios.every(({ ratio }) => ratio <= limit) };
}
