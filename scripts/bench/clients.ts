import { createHash } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { asDatabase, type Database } from "@/db/client";
import { migrate } from "@/db/migrate";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { publicKey, sealedText } from "@/db/testing-people";
import { aProviderWith } from "@/db/testing-provider";
import type { ProviderId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { planFacts } from "@/lib/domain/organization/plans";
import { listClients } from "@/lib/operations/client/list-clients";
import { ask } from "@/lib/operations/query";

/** A page of fifty touches at most this many times more of the database at five thousand clients. */
const limit = 1.2;
const sizes = [50, 5_000] as const;
const sorts = ["name", "assigned", "used", "remaining", "plan"] as const;

type Statement = { sql: string; params: unknown[] };

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

/** Blocks of 8 kB that a statement reads, from memory or disk. */
async function buffersOf(client: PGlite, { sql, params }: Statement): Promise<number> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: Record<string, number> }[] }>(
    `explain (analyze, buffers, format json) ${sql}`,
    params,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan ?? {};
  return (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
}

async function measure(count: number): Promise<Map<string, number>> {
  const client = await PGlite.create();
  const sent: Statement[] = [];
  const logger = { logQuery: (sql: string, params: unknown[]) => void sent.push({ sql, params }) };
  const db = asDatabase(drizzle({ client, casing: "snake_case", logger }));
  await migrate(db);
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  await addClients(db, providerId, count);
  await db.update(providerPlans).set({ seatMinimum: 75 }).where(eq(providerPlans.providerId, providerId));
  await client.query("vacuum analyze");

  const buffers = new Map<string, number>();
  for (const sort of sorts) {
    sent.length = 0;
    await ask(db, listClients, brett.actor, { providerId, sort });
    const reads = sent.filter(({ sql }) => /^\s*(select|with)/i.test(sql));
    let total = 0;
    for (const statement of reads) total += await buffersOf(client, statement);
    buffers.set(sort, total);
  }
  await client.close();
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
