import type { EncString } from "@/lib/crypto/types";
import type { ClientState } from "@/lib/domain/blueprint/client-state";
import { BlueprintContent } from "@/lib/domain/blueprint/content";
import { openCollections } from "@/lib/vault/open-collections";
import type { Vault } from "@/lib/vault/vault";

/** A client as the server knows it: names of collections are sealed under the organization's key. */
export type SealedClientState = Omit<ClientState, "collections"> & {
  collections: (Omit<ClientState["collections"][number], "name"> & { name: EncString })[];
};

/** Seals a blueprint's name and contents under the provider's key, which the vault holds. */
export async function sealBlueprint(
  vault: Vault,
  providerId: string,
  { name, content }: { name: string; content: BlueprintContent },
): Promise<{ name: EncString; content: EncString }> {
  const texts = await vault.sealTexts(`provider:${providerId}`, [name, JSON.stringify(content)]);
  const [sealedName, sealedContent] = texts;
  if (!sealedName || !sealedContent) throw new Error("a vault seals as many texts as it is given");
  return { name: sealedName, content: sealedContent };
}

/** Opens a blueprint's contents; null where they do not open, or are not what a blueprint holds. */
export async function openContent(
  vault: Vault,
  providerId: string,
  sealed: EncString,
): Promise<BlueprintContent | null> {
  const [text] = await vault.openTexts(`provider:${providerId}`, [sealed]);
  return text ? contentIn(text) : null;
}

function contentIn(text: string): BlueprintContent | null {
  try {
    return BlueprintContent.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Opens the names of a client's collections. The vault holds the organization's key. */
export async function openClientState(
  vault: Vault,
  organizationId: string,
  { collections, ...state }: SealedClientState,
): Promise<ClientState> {
  const opened = await openCollections(vault, organizationId, collections);
  return {
    ...state,
    collections: opened.map(({ id, mayManage, ...named }) => ({
      id,
      mayManage,
      name: named.ok ? named.name : null,
    })),
  };
}
