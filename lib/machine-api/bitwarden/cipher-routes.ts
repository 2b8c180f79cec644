import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type CollectionId, FolderId } from "@/lib/domain/ids";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { readItem, readItemIfThere } from "@/lib/machine-api/bitwarden/items";
import { asWritten } from "@/lib/machine-api/bitwarden/wire/as-written";
import { cipherOf } from "@/lib/machine-api/bitwarden/wire/cipher";
import { readCipher } from "@/lib/machine-api/bitwarden/wire/cipher-request";
import { idIn, idOf, idsOf } from "@/lib/machine-api/bitwarden/wire/values";
import type { Call, Run } from "@/lib/machine-api/endpoints";
import { personOf } from "@/lib/operations/account/access";
import { createItem } from "@/lib/operations/item/create-item";
import { getItemsForApps } from "@/lib/operations/item/get-items-for-apps";
import { markItems } from "@/lib/operations/item/mark-items";
import { updateItem } from "@/lib/operations/item/update-item";

const InCollections = z.object({ cipher: z.unknown(), collectionIds: idsOf });
const Partial = z.object({ folderId: idOf(FolderId).nullish(), favorite: z.boolean() });

/** Apps make no id. One that sends twice makes two. */
async function create({ actor }: Call, run: Run, cipher: unknown, collectionIds: string[]) {
  const { sealed, organizationId, reprompt, marks } = readCipher(cipher, personOf(actor));
  const { itemId, revisedAt } = await run(createItem, {
    ...{ itemId: randomUUID(), organizationId, organizationKeyId: organizationId && ("current" as const) },
    ...{ collectionIds, reprompt, marks },
    ...sealed,
  });
  const known = await readItemIfThere(run, itemId, "cipher");
  if (known) return known;
  // Whoever reaches every collection makes items in some that they have not, and these are not in their vault.
  const made = { ...sealed, id: itemId, organizationId, reprompt, createdAt: revisedAt, revisedAt };
  const may = { edit: true, delete: true, reveal: true, assign: true };
  const marked = {
    isFavorite: marks.isFavorite,
    folderId: marks.folderId,
    deletedAt: null,
    archivedAt: null,
  };
  return cipherOf({ ...made, ...marked, may }, collectionIds as CollectionId[], "cipher");
}

async function update(call: Call, run: Run) {
  const cipher = readCipher(call.body, personOf(call.actor));
  const { itemId } = await run(updateItem, {
    itemId: idIn(call, "itemId"),
    organizationKeyId: cipher.organizationId && ("current" as const),
    ...{ lastKnownRevisionDate: cipher.lastKnownRevisionDate, reprompt: cipher.reprompt },
    marks: cipher.marks,
    ...cipher.sealed,
  });
  return readItem(run, itemId);
}

/** One item at a time. Protocol chapter 5.6. */
export const cipherRoutes = [
  bitwarden.several("GET /api/ciphers/:itemId", [getItemsForApps], (call, run) =>
    readItem(run, idIn(call, "itemId")),
  ),
  ...(["details", "full-details"] as const).map((which) =>
    bitwarden.several(`GET /api/ciphers/:itemId/${which}`, [getItemsForApps], (call, run) =>
      readItem(run, idIn(call, "itemId"), "cipherDetails"),
    ),
  ),
  bitwarden.several("POST /api/ciphers", [createItem, getItemsForApps], (call, run) =>
    create(call, run, call.body, []),
  ),
  bitwarden.several("POST /api/ciphers/create", [createItem, getItemsForApps], (call, run) => {
    const { cipher, collectionIds } = InCollections.parse(asWritten(call.body));
    return create(call, run, cipher, collectionIds);
  }),
  ...(["PUT", "POST"] as const).flatMap((method) => [
    bitwarden.several(`${method} /api/ciphers/:itemId`, [updateItem, getItemsForApps], update),
    bitwarden.several(
      `${method} /api/ciphers/:itemId/partial`,
      [markItems, getItemsForApps],
      async (call, run) => {
        const itemId = idIn(call, "itemId");
        const { folderId = null, favorite: isFavorite } = Partial.parse(asWritten(call.body));
        await run(markItems, { itemIds: [itemId], folderId, isFavorite });
        return readItem(run, itemId);
      },
    ),
  ]),
];
