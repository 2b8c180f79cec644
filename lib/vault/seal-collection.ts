import type { EncString } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/** Seals a collection's name under its organization's key, which the vault holds already. */
export async function sealCollectionName(
  vault: Vault,
  organizationId: string,
  name: string,
): Promise<EncString> {
  const [sealed] = await vault.sealTexts(`organization:${organizationId}`, [name]);
  if (!sealed) throw new Error("a vault seals as many texts as it is given");
  return sealed;
}
