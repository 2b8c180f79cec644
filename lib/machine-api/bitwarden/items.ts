import "server-only";
import type { ItemId } from "@/lib/domain/ids";
import { selectedAtOnce } from "@/lib/domain/selection";
import { slicesOf } from "@/lib/domain/slices";
import { ciphersOf } from "@/lib/machine-api/bitwarden/wire/cipher";
import type { Run } from "@/lib/machine-api/endpoints";
import { NotFound } from "@/lib/operations/errors";
import { getItemsForApps } from "@/lib/operations/item/get-items-for-apps";

/** Items of the caller's vault, as apps read them. */
export async function readItems(
  run: Run,
  itemIds: readonly string[],
  object: Parameters<typeof ciphersOf>[1],
) {
  const read = [];
  for (const part of slicesOf(itemIds, selectedAtOnce))
    read.push(...ciphersOf(await run(getItemsForApps, { itemIds: part }), object));
  return read;
}

/** One item of the caller's vault, as apps read it. */
export async function readItem(run: Run, itemId: string, object: Parameters<typeof ciphersOf>[1] = "cipher") {
  const [cipher] = await readItems(run, [itemId], object);
  if (!cipher) throw new NotFound();
  return cipher;
}

/** The same, or null where it is in the caller's vault no more, or never was. */
export async function readItemIfThere(run: Run, itemId: string, object: Parameters<typeof ciphersOf>[1]) {
  try {
    return await readItem(run, itemId, object);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

type Item = Awaited<ReturnType<typeof getItemsForApps.read>>["items"][number];

/**
 * Does something to items of the caller's vault, whoever they belong to: to those of each owner at once, and not to all or
 * none. Nothing is done where one of them is not in the vault.
 */
export async function forEachOwner(
  run: Run,
  itemIds: readonly string[],
  act: (itemIds: ItemId[], items: readonly Item[]) => Promise<unknown>,
): Promise<void> {
  const byOwner = new Map<string | null, Item[]>();
  for (const part of slicesOf(itemIds, selectedAtOnce)) {
    const { items } = await run(getItemsForApps, { itemIds: part });
    for (const item of items)
      byOwner.set(item.organizationId, [...(byOwner.get(item.organizationId) ?? []), item]);
  }
  for (const items of byOwner.values())
    for (const part of slicesOf(items, selectedAtOnce))
      await act(
        part.map(({ id }) => id),
        part,
      );
}
