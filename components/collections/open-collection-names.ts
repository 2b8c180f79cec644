import { type AskOrganizationKey, openWithOrganizationKey } from "@/components/vault/hold-key";
import type { EncString } from "@/lib/crypto/types";
import { isLocked } from "@/lib/vault/errors";
import { openCollections } from "@/lib/vault/open-collections";
import type { Vault } from "@/lib/vault/vault";

export type SealedNames = {
  organizationId: string;
  getKey: AskOrganizationKey;
  rows: { id: string; name: EncString }[];
};

/** Names by collection id; null for one that cannot be opened. */
export type Names = ReadonlyMap<string, string | null>;

/** Opens the names of an organization's collections. It rejects when the organization's key cannot be had. */
export async function openCollectionNames(vault: Vault, sealed: SealedNames): Promise<Names> {
  const opened = await openWithOrganizationKey(
    vault,
    sealed,
    () => openCollections(vault, sealed.organizationId, sealed.rows),
    (rows) => rows.every(({ ok }) => ok),
  );
  return new Map(opened.map((row) => [row.id, row.ok ? row.name : null]));
}

/** One name, for a heading; null if it cannot be opened. The list below the heading says why. */
export async function openCollectionName(vault: Vault, sealed: SealedNames): Promise<string | null> {
  try {
    const [name = null] = (await openCollectionNames(vault, sealed)).values();
    return name;
  } catch (error) {
    if (isLocked(error)) throw error;
    return null;
  }
}
