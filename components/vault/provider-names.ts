import { type AskProviderKey, holdProviderKey } from "@/components/vault/hold-key";
import type { EncString } from "@/lib/crypto/types";
import { folded } from "@/lib/domain/search";
import type { Vault } from "@/lib/vault/vault";

/** Whose key a name is sealed under, and how the key is asked for. */
export type OfProvider = { providerId: string; getKey: AskProviderKey };

/**
 * Rows with their names opened under the provider's key, in their order; null where one does not open. The key is asked
 * for where the vault does not hold it.
 *
 * @throws {KeyRefused}
 * @throws {VaultError} when the key is not the right one
 */
export async function openProviderNames<Row extends { name: EncString }>(
  vault: Vault,
  { providerId, getKey }: OfProvider,
  rows: readonly Row[],
): Promise<(Omit<Row, "name"> & { name: string | null })[]> {
  if (rows.length === 0) return [];
  await holdProviderKey(vault, providerId, getKey);
  const names = await vault.openTexts(
    `provider:${providerId}`,
    rows.map(({ name }) => name),
  );
  return rows.map((row, index) => ({ ...row, name: names[index] ?? null }));
}

/** Seals a name under the provider's key, which the vault holds already. */
export async function sealProviderName(vault: Vault, providerId: string, name: string): Promise<EncString> {
  const [sealed] = await vault.sealTexts(`provider:${providerId}`, [name]);
  if (!sealed) throw new Error("a vault seals as many texts as it is given");
  return sealed;
}

/** Opened names in the order of the reader's language. Those that did not open come last. */
export const byName = <Row extends { name: string | null }>(rows: readonly Row[]): Row[] =>
  rows.toSorted(({ name: one }, { name: other }) =>
    one === null || other === null
      ? Number(one === null) - Number(other === null)
      : folded(one).localeCompare(folded(other)) || one.localeCompare(other),
  );
