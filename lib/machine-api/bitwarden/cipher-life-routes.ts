import "server-only";
import { z } from "zod";
import { FolderId } from "@/lib/domain/ids";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { forEachOwner, readItem, readItems } from "@/lib/machine-api/bitwarden/items";
import { asWritten } from "@/lib/machine-api/bitwarden/wire/as-written";
import { idIn, idOf, idsOf, listOf } from "@/lib/machine-api/bitwarden/wire/values";
import type { Call, Run } from "@/lib/machine-api/endpoints";
import { deleteItems } from "@/lib/operations/item/delete-items";
import { getItemsForApps } from "@/lib/operations/item/get-items-for-apps";
import { markItems } from "@/lib/operations/item/mark-items";
import { restoreItems } from "@/lib/operations/item/restore-items";
import { trashItems } from "@/lib/operations/item/trash-items";

const Several = z.object({ ids: idsOf });
const Moved = Several.extend({ folderId: idOf(FolderId).nullish() });

const idsIn = ({ body }: Call) => Several.parse(asWritten(body)).ids;
const one = { read: (call: Call) => ({ itemIds: [idIn(call, "itemId")] }), write: () => null };

/** Apps also delete for good what is not in the trash. It goes there first. */
const deleteForGood = (run: Run, ids: readonly string[]) =>
  forEachOwner(run, ids, async (itemIds, items) => {
    const kept = items.filter(({ deletedAt }) => deletedAt === null);
    if (kept.length > 0) await run(trashItems, { itemIds: kept.map(({ id }) => id) });
    await run(deleteItems, { itemIds });
  });
const deleting = [deleteItems, trashItems, getItemsForApps] as const;

/** Into the trash, out of it, away for good; into the archive and a folder. Protocol chapter 5.6. */
export const cipherLifeRoutes = [
  bitwarden.several("PUT /api/ciphers/delete", [trashItems, getItemsForApps], async (call, run) =>
    forEachOwner(run, idsIn(call), (itemIds) => run(trashItems, { itemIds })),
  ),
  ...(["DELETE /api/ciphers", "POST /api/ciphers/delete"] as const).map((sentence) =>
    bitwarden.several(sentence, deleting, (call, run) => deleteForGood(run, idsIn(call))),
  ),
  bitwarden.several("PUT /api/ciphers/restore", [restoreItems, getItemsForApps], async (call, run) => {
    const ids = idsIn(call);
    await forEachOwner(run, ids, (itemIds) => run(restoreItems, { itemIds }));
    return listOf(await readItems(run, ids, "cipherMini"));
  }),
  bitwarden.several("PUT /api/ciphers/move", [markItems, getItemsForApps], async ({ body }, run) => {
    const { ids, folderId = null } = Moved.parse(asWritten(body));
    await forEachOwner(run, ids, (itemIds) => run(markItems, { itemIds, folderId }));
  }),
  ...(["archive", "unarchive"] as const).flatMap((act) => {
    const isArchived = act === "archive";
    return [
      bitwarden.several(`PUT /api/ciphers/${act}`, [markItems, getItemsForApps], async (call, run) => {
        const ids = idsIn(call);
        await forEachOwner(run, ids, (itemIds) => run(markItems, { itemIds, isArchived }));
        return listOf(await readItems(run, ids, "cipher"));
      }),
      bitwarden.several(
        `PUT /api/ciphers/:itemId/${act}`,
        [markItems, getItemsForApps],
        async (call, run) => {
          const itemId = idIn(call, "itemId");
          await run(markItems, { itemIds: [itemId], isArchived });
          return readItem(run, itemId);
        },
      ),
    ];
  }),
  bitwarden.route("PUT /api/ciphers/:itemId/delete", trashItems, one),
  ...(["DELETE /api/ciphers/:itemId", "POST /api/ciphers/:itemId/delete"] as const).map((sentence) =>
    bitwarden.several(sentence, deleting, (call, run) => deleteForGood(run, [idIn(call, "itemId")])),
  ),
  bitwarden.several(
    "PUT /api/ciphers/:itemId/restore",
    [restoreItems, getItemsForApps],
    async (call, run) => {
      const itemId = idIn(call, "itemId");
      await run(restoreItems, { itemIds: [itemId] });
      return readItem(run, itemId);
    },
  ),
];
