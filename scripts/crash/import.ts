// Run by scripts/lib/crash-import.mjs: fills a database, brings a file into it until it is killed or done, or counts
// what is there.
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import { collections } from "@/db/schema/collections";
import { environment } from "@/lib/env";
import { execute } from "@/lib/operations/command";
import { finishImport } from "@/lib/operations/import/finish-import";
import { aFileOf, bringIn, straightTo } from "@/test/brought-in";
import { aSealedClient, openKeyOf, readable } from "@/test/sealed-world";
import { onlyOrganization, personaOf, say } from "./persona";

const items = 10_000;
/** What the browser of whoever imports remembers of an import that has begun. */
const importId = "4d3c2b1a-0f1e-4d2c-8b3a-405060708090";
const { db, close } = await openDatabase(environment());

async function fill() {
  await migrate(db);
  await db.transaction((tx) => aSealedClient(tx, { items: 0 }));
}

/** A word before and after each part, so that a kill comes at either. */
async function bring() {
  const [organizationId, by] = [await onlyOrganization(db), await personaOf(db, "owner@")];
  const { organizationKeyId } = await openKeyOf(db as never, organizationId, by);
  const [collection] = await db.select({ id: collections.id }).from(collections);
  if (!collection) throw new Error("the collection is there");
  const keep = straightTo(db as never, by);
  await bringIn({
    file: aFileOf(items),
    importId,
    by,
    place: { organizationId, organizationKeyId, collectionId: collection.id },
    async send(part) {
      say("sending");
      const answer = await keep(part);
      say("sent");
      return answer;
    },
  });
  await execute(db, finishImport, by.actor, { importId, organizationId });
}

/** Each item is there if its name and password open, and it is in the collection. */
async function check() {
  const [organizationId, by] = [await onlyOrganization(db), await personaOf(db, "owner@")];
  const opened = await readable(db as never, organizationId, by);
  const whole = new Set(opened);
  const isThere = (_: unknown, i: number) => whole.has(`Item ${i}: pass-phrase-of-${i}`);
  const there = Array.from({ length: items }, isThere).filter(Boolean).length;
  const lost = items - Math.min(there, await db.$count(collectionCiphers));
  say(`${items} items, ${lost} lost, ${opened.length - whole.size} again`);
}

await { fill, bring, check }[process.env.STEP as "fill" | "bring" | "check"]();
await close();
