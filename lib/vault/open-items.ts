import type { LoginItem, SealedLogin } from "@/lib/vault/item";
import { toFields } from "@/lib/vault/item-codec";
import { type Damage, readLogin, repeated } from "@/lib/vault/item-damage";
import type { KeyRef, Vault } from "@/lib/vault/vault";

/** A login without its damaged and moved parts, and which those are. */
export type ReadLogin = { item: LoginItem; damage: Damage[] };

/** The row as it came with its login opened, or the fact that its key does not open. */
export type OpenedLogin<Row extends SealedLogin> = Omit<Row, keyof SealedLogin> &
  (({ ok: true } & ReadLogin) | { ok: false });

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
  const copied = repeated(rows.map(({ key }) => key));
  return rows.map(({ key, name, notes, login, ...row }, i) => {
    const fields = opened[i];
    if (!fields?.ok) return { ...row, ok: false };
    const { item, damage } = readLogin({ key, name, notes, login }, fields.fields);
    return {
      ...row,
      ok: true,
      item,
      damage: copied.has(key) ? [...damage, { part: "item", what: "copied" }] : damage,
    };
  });
}
