import "server-only";
import { and, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import type { AttachmentId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { Refused } from "@/lib/operations/errors";

/** The files of an item as they were sealed anew with it. */
export type Anew = { itemId: ItemId; attachments: readonly { id: AttachmentId }[] };

/**
 * Makes sure that all files of items were sealed anew with them, and no others: one that was left out would open to
 * nobody. Whoever calls it holds the items, or looks at their revision again.
 *
 * @throws {Refused} `item_out_of_date`
 */
export async function expectAllAttachments(tx: Tx, items: readonly Anew[]): Promise<void> {
  if (items.length === 0) return;
  const there = await tx
    .select({ id: attachments.id, itemId: attachments.itemId })
    .from(attachments)
    .where(
      and(
        inArray(
          attachments.itemId,
          items.map(({ itemId }) => itemId),
        ),
        isNotNull(attachments.finishedAt),
      ),
    );
  const named = (itemId: ItemId, id: AttachmentId) => `${itemId} ${id}`;
  const anew = new Set(items.flatMap((item) => item.attachments.map(({ id }) => named(item.itemId, id))));
  if (there.length !== anew.size || !there.every(({ id, itemId }) => anew.has(named(itemId, id))))
    throw new Refused("item_out_of_date");
}

/**
 * Makes the files of moved items the organization's, with their keys and names as they were sealed anew. Files that are
 * being uploaded are given up: their keys are under the items' former ones.
 */
export async function moveAttachments(
  tx: Tx,
  organizationId: OrganizationId,
  items: readonly Anew[],
): Promise<void> {
  const itemIds = items.map(({ itemId }) => itemId);
  await tx
    .delete(attachments)
    .where(and(inArray(attachments.itemId, itemIds), isNull(attachments.finishedAt)));
  const anew = items.flatMap((item) => item.attachments);
  if (anew.length === 0) return;
  await tx.execute(sql`update ${attachments} as it set user_id = null, organization_id = ${organizationId},
      key = anew ->> 'key', file_name = anew ->> 'fileName'
    from jsonb_array_elements(${JSON.stringify(anew)}::jsonb) as anew where it.id = (anew ->> 'id')::uuid`);
}
