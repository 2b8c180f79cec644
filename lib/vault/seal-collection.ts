import type { EncString } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/** Names that are sealed in one go, between two looks at how far it is. */
const batch = 25;

/** Seals a collection's name under its organization's key, which the vault holds already. */
export async function sealCollectionName(
  vault: Vault,
  organizationId: string,
  name: string,
): Promise<EncString> {
  const [sealed] = await sealCollectionNames(vault, organizationId, [name]);
  if (!sealed) throw new Error("a vault seals as many texts as it is given");
  return sealed;
}

/**
 * Seals names of collections under their organization's key, which the vault holds already, in their order.
 *
 * @param onProgress how many are sealed.
 */
export async function sealCollectionNames(
  vault: Vault,
  organizationId: string,
  names: readonly string[],
  onProgress?: (done: number) => void,
): Promise<EncString[]> {
  const sealed: EncString[] = [];
  for (let start = 0; start < names.length; start += batch) {
    onProgress?.(start);
    sealed.push(
      ...(await vault.sealTexts(`organization:${organizationId}`, names.slice(start, start + batch))),
    );
  }
  return sealed;
}
