import { holdOrganizationKey, type KeyQuestion } from "@/components/vaults/organization-vault";
import type { EncString } from "@/lib/crypto/types";
import { openCollections } from "@/lib/vault/open-collections";
import type { Vault } from "@/lib/vault/vault";

export type SealedNames = {
  organizationId: string;
  getKey: KeyQuestion;
  rows: { id: string; name: EncString }[];
};

/** Names by collection id; null for one that cannot be opened. Without the key, that is all of them. */
export type Names = ReadonlyMap<string, string | null>;

/** Opens the names of an organization's collections. It never rejects: a broken row says so itself. */
export async function openCollectionNames(vault: Vault, sealed: SealedNames): Promise<Names> {
  const { organizationId, getKey, rows } = sealed;
  try {
    await holdOrganizationKey(vault, organizationId, getKey);
    const opened = await openCollections(vault, organizationId, rows);
    return new Map(opened.map((row) => [row.id, row.ok ? row.name : null]));
  } catch {
    return new Map(rows.map(({ id }) => [id, null]));
  }
}
