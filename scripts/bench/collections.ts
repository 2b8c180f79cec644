import type { Database } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collectionCiphers } from "@/db/schema/collection-ciphers";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { aCollection, aConfirmed, anOrganizationWith, keyOf, sealedLogin } from "@/test/organization";

/** The list touches at most this many times more where its collections hold a hundred times the items. */
const limit = 1.2;
/** And of each row that is shown, at most so much. */
const buffersOfCollection = 10;
const buffersOfItem = 4;

async function addItems(db: Database, organizationId: OrganizationId, into: CollectionId[], count: number) {
  const login = {
    organizationId,
    organizationKeyId: keyOf(organizationId),
    ...sealedLogin(),
  };
  for (let start = 0; start < count; start += 500) {
    const rows = Array.from({ length: Math.min(500, count - start) }, () => login);
    const made = await db.insert(ciphers).values(rows).returning({ id: ciphers.id });
    await db.insert(collectionCiphers).values(
      made.map(({ id: itemId }, i) => ({
        organizationId,
        // Every collection gets some: neighbours in the list are strangers on disk.
        collectionId: into[(start + i) % into.length] as CollectionId,
        itemId,
      })),
    );
  }
}

type Figures = { buffers: number; statements: number };

async function measure(collections: number, items: number): Promise<{ list: Figures; page: Figures }> {
  const { db, settle, buffersOf, statementsOf, close } = await openMeasured();
  const { organizationId, owner, into } = await db.transaction(async (tx) => {
    const made = await anOrganizationWith(tx);
    const person = await aConfirmed(tx, made.organizationId, "owner", "Owner");
    const ids: CollectionId[] = [];
    for (let i = 0; i < collections; i += 1)
      ids.push(await aCollection(tx, made.organizationId, { [person.memberId]: "manage" }));
    return { ...made, owner: person, into: ids };
  });
  await addItems(db, organizationId, into, items);
  await settle();
  const list = () => ask(db, listCollections, owner.actor, { organizationId });
  const [collectionId = ""] = into;
  const page = () => ask(db, listOrganizationItems, owner.actor, { organizationId, collectionId });
  const figures = async (read: () => Promise<unknown>) => ({
    buffers: await buffersOf(read),
    statements: (await statementsOf(read)).length,
  });
  const answer = { list: await figures(list), page: await figures(page) };
  await close();
  return answer;
}

export async function run() {
  const few = await measure(10, 10_000);
  const many = await measure(300, 10_000);
  const light = await measure(300, 100);
  const full = await measure(1, 10_000);
  const told = ({ buffers, statements }: Figures) => `${buffers} buffers and ${statements} statements`;
  const ratio = many.list.buffers / light.list.buffers;
  const statements = new Set([few, many, light].map(({ list }) => list.statements)).size;
  return {
    lines: [
      `10 collections of 10,000 items: ${told(few.list)} (limit ${10 * buffersOfCollection} buffers)`,
      `300 collections of 10,000 items: ${told(many.list)} (limit ${300 * buffersOfCollection} buffers)`,
      `300 collections of 100 items: ${told(light.list)}; of 10,000, ratio ${ratio.toFixed(2)} (limit ${limit})`,
      `the first 1,000 of 10,000 items: ${told(full.page)} (limit ${1000 * buffersOfItem} buffers)`,
    ],
    ok:
      statements === 1 &&
      ratio <= limit &&
      few.list.buffers <= 10 * buffersOfCollection &&
      many.list.buffers <= 300 * buffersOfCollection &&
      full.page.buffers <= 1000 * buffersOfItem,
  };
}
