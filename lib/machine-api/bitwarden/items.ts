import "server-only";
import type { ItemId } from "@/lib/domain/ids";
import { selectedAtOnce } from "@/lib/domain/selection";
import { ciphersOf } from "@/lib/machine-api/bitwarden/wire/cipher";
import type { Run } from "@/lib/machine-api/endpoints";
import { NotFound } from "@/lib/operations/errors";
import { getItemsForApps } from "@/lib/operations/item/get-items-for-apps";

const inParts = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / selectedAtOnce) }, (_, part) =>
    ids.slice(part * selectedAtOnce, (part + 1) * selectedAtOnce),
  );

/** Items of the caller's vault, as apps read them. */
export async function readItems(
  run: Run,
  itemIds: readonly string[],
  object: Parameters<typeof ciphersOf>[1],
) {
  const read = [];
  for (const part of inParts(itemIds))
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

/**
 * Does something to items of the caller's vault, whoever they belong to: to those of each owner at once, and not to all or
 * none. Nothing is done where one of them is not in the vault.
 */
export async function forEachOwner(
  run: Run,
  itemIds: readonly string[],
  act: (itemIds: ItemId[]) => Promise<unknown>,
): Promise<void> {
  const byOwner = new Map<string | null, ItemId[]>();
  for (const part of inParts(itemIds)) {
    const { items } = await run(getItemsForApps, { itemIds: part });
    for (const { id, organizationId } of items)
      byOwner.set(organizationId, [...(byOwner.get(organizationId) ?? []), id]);
  }
  for (const ids of byOwner.values()) for (const part of inParts(ids)) await act(part as ItemId[]);
}
