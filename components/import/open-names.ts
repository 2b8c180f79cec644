import {
  type Names,
  openCollectionNames,
  type SealedNames,
} from "@/components/collections/open-collection-names";
import type { EncString } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/** The names of what items can come into: an organization's collections, or one's own folders. */
export type SealedPlaces = SealedNames | { folders: readonly { id: string; name: EncString }[] };

/** Opens them. A folder whose name does not open is none that items come into. */
export async function openPlaces(vault: Vault, sealed: SealedPlaces): Promise<Names> {
  if ("organizationId" in sealed) return openCollectionNames(vault, sealed);
  const names = await vault.openTexts(
    "user",
    sealed.folders.map(({ name }) => name),
  );
  return new Map(sealed.folders.map(({ id }, at) => [id, names[at] ?? null]));
}
