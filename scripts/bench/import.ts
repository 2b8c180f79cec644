import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { ImportId, ItemId } from "@/lib/domain/ids";
import { importedInAll } from "@/lib/domain/import/limits";
import { makeReader } from "@/lib/import/reader";
import { sealItems } from "@/lib/vault/seal-item";
import { aFileOf, bringIn, straightTo } from "@/test/brought-in";
import { openMeasured } from "@/test/buffers";
import { aSealedClient } from "@/test/sealed-world";

const items = 10_000;
/** Rows of one statement of the floor's insert. */
const rowsAtOnce = 500;
/** How many times the floor: sealing every text in one go, and inserting what comes of it. */
const limit = 3;
/** In which part of the whole time something is there for the first time. */
const soon = 0.25;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** An import of ten thousand items against its cryptography and its inserts alone, and one as large as any may be. */
export async function run() {
  const { db, close } = await openMeasured();
  const world = await db.transaction((tx) => aSealedClient(tx, { items: 0 }));
  const { organizationId, keyId: organizationKeyId, collectionId, owner } = world;
  const place = { organizationId, organizationKeyId, collectionId };
  const file = aFileOf(items);

  const reader = makeReader();
  await reader.read(file, {});
  await reader.choose({ importId: randomUUID(), leavesRepeated: true, restricted: [] });
  const ready = await reader.part(0, items);
  const floorOnce = async () => {
    const sealed = await sealItems(
      owner.vault,
      `organization:${organizationId}`,
      ready.map(({ item }) => item),
    );
    const rows = sealed.map((item, i) => ({
      id: ItemId.parse(ready[i]?.itemId),
      ...{ organizationId, organizationKeyId },
      ...item,
    }));
    for (let start = 0; start < items; start += rowsAtOnce) {
      const part = rows.slice(start, start + rowsAtOnce);
      await db.insert(ciphers).values(part);
      const placed = part.map(({ id }) => ({ organizationId, collectionId, itemId: id }));
      await db.insert(collectionCiphers).values(placed);
    }
  };
  // The first one warms up what both use.
  await floorOnce();
  await db.delete(ciphers);
  const floor = await timed(floorOnce);
  await db.delete(ciphers);

  const bring = (what: Uint8Array, importId: string, tell = () => {}) =>
    bringIn({ file: what, importId, by: owner, place, send: straightTo(db as never, owner), tell });
  const start = performance.now();
  let first = 0;
  const whole = await timed(() =>
    bring(file, randomUUID(), () => {
      first ||= performance.now() - start;
    }),
  );

  const largest = randomUUID();
  await bring(aFileOf(importedInAll), largest);
  const there = await db.$count(ciphers, eq(ciphers.importId, ImportId.parse(largest)));
  await close();
  const [ratio, share] = [whole / floor, first / whole];
  return {
    lines: [
      `an import of ${items} items: ${ratio.toFixed(2)} times its cryptography and its inserts`,
      `something is there after ${(100 * share).toFixed(0)}% of the time`,
      `an import of ${importedInAll} items: ${there} are there`,
      `limits: ${limit} times, ${100 * soon}%, all of them`,
    ],
    ok: ratio <= limit && share <= soon && there === importedInAll,
  };
}
