import "server-only";
import { z } from "zod";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { readItem, readItemIfThere, readItems } from "@/lib/machine-api/bitwarden/items";
import { asWritten } from "@/lib/machine-api/bitwarden/wire/as-written";
import { readCipher } from "@/lib/machine-api/bitwarden/wire/cipher-request";
import { idIn, idsOf, listOf } from "@/lib/machine-api/bitwarden/wire/values";
import type { Call, Run } from "@/lib/machine-api/endpoints";
import { personOf } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { assignItems } from "@/lib/operations/item/assign-items";
import { getItemsForApps } from "@/lib/operations/item/get-items-for-apps";
import { shareItems } from "@/lib/operations/item/share-items";

const Shared = z.object({ cipher: z.unknown(), collectionIds: idsOf });
const AllShared = z.object({
  ciphers: z.array(z.looseObject({ id: z.string() })),
  collectionIds: idsOf,
});
const Collections = z.object({ collectionIds: idsOf });
const BulkCollections = Collections.extend({ cipherIds: idsOf, removeCollections: z.boolean() });

type ToShare = { itemId: string; cipher: unknown };

async function share({ actor }: Call, run: Run, ciphers: readonly ToShare[], collectionIds: string[]) {
  const read = ciphers.map(({ itemId, cipher }) => ({ itemId, ...readCipher(cipher, personOf(actor)) }));
  const [organizationId = null, ...others] = new Set(read.map((each) => each.organizationId));
  if (organizationId === null || others.length > 0) throw new NotFound();
  await run(shareItems, {
    ...{ organizationId, organizationKeyId: "current", collectionIds },
    items: read.map(({ itemId, lastKnownRevisionDate, attachments, sealed }) => ({
      ...{ itemId, lastKnownRevisionDate, attachments },
      ...sealed,
    })),
  });
}

/** Puts an item where it is to be, and takes it out of the caller's other collections. */
async function assign(call: Call, run: Run) {
  const itemId = idIn(call, "itemId");
  const { collectionIds } = Collections.parse(asWritten(call.body));
  const { entries, ownCollections } = await run(getItemsForApps, { itemIds: [itemId] });
  const before = entries.map(({ collectionId }) => collectionId as string);
  await run(assignItems, {
    itemIds: [itemId],
    given: collectionIds.filter((id) => !before.includes(id)),
    // What comes into a shared collection leaves one's own by itself.
    taken: before.filter((id) => !collectionIds.includes(id) && !ownCollections.some((own) => own === id)),
  });
  return readItemIfThere(run, itemId, "cipherDetails");
}

/** Where items are. Protocol chapter 5.6. */
export const cipherPlaceRoutes = [
  bitwarden.several("PUT /api/ciphers/share", [shareItems, getItemsForApps], async (call, run) => {
    const { ciphers, collectionIds } = AllShared.parse(asWritten(call.body));
    const toShare = ciphers.map((cipher) => ({ itemId: cipher.id.toLowerCase(), cipher }));
    await share(call, run, toShare, collectionIds);
    const ids = toShare.map(({ itemId }) => itemId);
    return listOf(await readItems(run, ids, "cipherMini"));
  }),
  ...(["PUT", "POST"] as const).map((method) =>
    bitwarden.several(
      `${method} /api/ciphers/:itemId/share`,
      [shareItems, getItemsForApps],
      async (call, run) => {
        const itemId = idIn(call, "itemId");
        const { cipher, collectionIds } = Shared.parse(asWritten(call.body));
        await share(call, run, [{ itemId, cipher }], collectionIds);
        return readItem(run, itemId);
      },
    ),
  ),
  ...(["PUT", "POST"] as const).flatMap((method) => [
    bitwarden.several(`${method} /api/ciphers/:itemId/collections`, [assignItems, getItemsForApps], assign),
    bitwarden.several(
      `${method} /api/ciphers/:itemId/collections_v2`,
      [assignItems, getItemsForApps],
      async (call, run) => {
        const cipher = await assign(call, run);
        return { object: "optionalCipherDetails", unavailable: cipher === null, cipher };
      },
    ),
  ]),
  bitwarden.route("POST /api/ciphers/bulk-collections", assignItems, {
    read: ({ body }) => {
      const { cipherIds, collectionIds, removeCollections } = BulkCollections.parse(asWritten(body));
      return {
        itemIds: cipherIds,
        given: removeCollections ? [] : collectionIds,
        taken: removeCollections ? collectionIds : [],
      };
    },
    write: () => null,
  }),
];
