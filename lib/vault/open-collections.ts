import type { EncString } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

type SealedRow = { id: string; name: EncString };

/** The row as it came, with its name opened, or with no name where it could not be. */
export type OpenedCollection<Row extends SealedRow> = Omit<Row, "name"> &
  ({ ok: true; name: string } | { ok: false });

/** Opens the names of an organization's collections, in order. The vault holds the organization's key. */
export async function openCollections<Row extends SealedRow>(
  vault: Vault,
  organizationId: string,
  rows: Row[],
): Promise<OpenedCollection<Row>[]> {
  const names = await vault.openTexts(
    `organization:${organizationId}`,
    rows.map((row) => row.name),
  );
  return rows.map(({ name: _, ...row }, i) => {
    const name = names[i] ?? null;
    return name === null ? { ...row, ok: false } : { ...row, ok: true, name };
  });
}
