import { fromFields, toFields, withoutChecksums } from "@/lib/vault/login-fields";
import type { LoginItem, SealedLogin } from "@/lib/vault/login-item";
import type { KeyRef, OpenedFields, Vault } from "@/lib/vault/vault";

/** The row as it came with its login opened, or the fact that it could not be. */
export type OpenedLogin<Row extends SealedLogin> = Omit<Row, keyof SealedLogin> &
  ({ ok: true; item: LoginItem } | { ok: false });

/** Opens many logins in one question, in order. The vault holds `ref`, under which their keys are sealed. */
export async function openLogins<Row extends SealedLogin>(
  vault: Vault,
  ref: KeyRef,
  rows: Row[],
): Promise<OpenedLogin<Row>[]> {
  const opened = await vault.openItems(
    ref,
    rows.map(({ key, name, notes, login }) => ({ key, fields: toFields({ name, notes, ...login }) })),
  );
  return rows.map(({ key: _key, name: _name, notes: _notes, login, ...row }, i) => {
    const item = itemOf(opened[i], login);
    return item ? { ...row, ok: true, item } : { ...row, ok: false };
  });
}

function itemOf(opened: OpenedFields | undefined, { uris }: SealedLogin["login"]): LoginItem | null {
  if (!opened?.ok) return null;
  const texts = fromFields(
    opened.fields,
    uris.map((uri) => uri.match),
  );
  return texts && withoutChecksums(texts);
}
