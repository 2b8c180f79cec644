import { reach } from "@/components/forms/reach";
import type { FileActions, ServedFile } from "@/components/items/item";
import { KeyRefused } from "@/components/vault/hold-key";
import { selectedAtOnce } from "@/lib/domain/selection";
import { slicesOf } from "@/lib/domain/slices";

/**
 * The files of items of one owner as the server has them, by the ids of their items.
 *
 * @throws {KeyRefused} when the server does not hand them out.
 */
export async function filesOfItems(
  items: readonly { id: string }[],
  { list }: Pick<FileActions, "list">,
): Promise<Map<string, ServedFile[]>> {
  const found = new Map<string, ServedFile[]>();
  for (const some of slicesOf(items, selectedAtOnce)) {
    const itemIds = some.map(({ id }) => id);
    const answer = await reach(list({ itemIds }));
    if (!answer.ok) throw new KeyRefused(answer.failure);
    for (const file of answer.result) found.set(file.itemId, [...(found.get(file.itemId) ?? []), file]);
  }
  return found;
}
