import { sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import type { EncString } from "@/lib/crypto/types";
import { sealItem } from "@/lib/vault/seal-item";
import { openMeasured } from "@/test/buffers";
import { aRotation, aSealedClient, readable } from "@/test/sealed-world";
import { aLogin } from "@/test/vault";

const items = 10_000;
/** Rows of one statement of the floor's insert. */
const rowsAtOnce = 500;
/** How many times the floor: opening and sealing every text once, and one insert of what came of it. */
const limit = 3;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A rotation of ten thousand items against its cryptography and its insert alone. */
export async function measureRotation() {
  const { db, close } = await openMeasured();
  const world = await db.transaction((tx) => aSealedClient(tx, { items: 0 }));
  const { organizationId, keyId, admin, owner } = world;
  const ref = `organization:${organizationId}` as const;
  for (let start = 0; start < items; start += rowsAtOnce) {
    const rows = await Promise.all(
      Array.from({ length: rowsAtOnce }, async (_, i) => ({
        organizationId,
        organizationKeyId: keyId,
        ...(await sealItem(admin.vault, ref, aLogin(`Item ${start + i}`))),
      })),
    );
    await db.insert(ciphers).values(rows);
  }
  const sealed = await db.select().from(ciphers);

  const floor = await timed(async () => {
    await admin.vault.makeNextKey("next:floor", ref);
    const questions = sealed.map(({ key, name, data }) => ({
      key,
      texts: JSON.stringify([name, data]).match(/2\.[^"]+/g) as unknown as EncString[],
    }));
    const anew = await admin.vault.resealItems(ref, "next:floor", questions);
    await db.execute(sql`create temporary table floor (id text primary key, sealed jsonb)`);
    for (let start = 0; start < items; start += rowsAtOnce) {
      const part = anew
        .slice(start, start + rowsAtOnce)
        .map((item, i) => ({ id: `${start + i}`, sealed: item }));
      await db.execute(sql`insert into floor select row ->> 'id', row -> 'sealed'
        from jsonb_array_elements(${JSON.stringify(part)}::jsonb) as row`);
    }
  });
  await admin.vault.drop("next:floor");

  let requests = 0;
  const whole = await timed(async () => {
    const { stage, finish, door } = await aRotation(db as never, organizationId, admin);
    const { rows } = door;
    door.rows = (counted, last) => {
      requests += 1;
      return rows(counted, last);
    };
    await stage();
    await finish();
  });
  const now = await readable(db as never, organizationId, owner);
  const damaged = now.filter((text) => text === "damaged").length;
  await close();
  const ratio = whole / floor;
  return {
    lines: [
      `rotation of ${items} items: ${ratio.toFixed(2)} times its cryptography and its insert, in ${requests} batches`,
      `readable afterwards: ${now.length - damaged} of ${items}`,
      `limits: ${limit} times, all of them`,
    ],
    ok: ratio <= limit && damaged === 0 && now.length === items,
  };
}
