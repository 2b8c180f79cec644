import type { ReportItem } from "@/components/reports/report-item";
import { slicesOf } from "@/lib/domain/slices";
import type { KeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** So many passwords are opened in one question. */
const atOnce = 200;

/** Which items have which password. */
export type ByPassword = Map<string, ReportItem[]>;

/** Opens the passwords of logins, owner by owner. One that does not open is left out. */
export async function openPasswords(
  vault: Vault,
  logins: readonly ReportItem[],
  signal: AbortSignal,
): Promise<ByPassword> {
  const byPassword: ByPassword = new Map();
  const byKey = new Map<KeyRef, ReportItem[]>();
  for (const item of logins) if (item.password) put(byKey, item.password.ref, item);
  for (const [ref, items] of byKey)
    for (const some of slicesOf(items, atOnce)) {
      const opened = await vault.openItems(
        ref,
        some.flatMap(({ password }) =>
          password ? [{ key: password.key, open: { password: password.sealed }, check: {} }] : [],
        ),
      );
      signal.throwIfAborted();
      some.forEach((item, i) => {
        const answer = opened[i];
        const password = answer?.ok ? answer.texts.password : null;
        if (password) put(byPassword, password, item);
      });
    }
  return byPassword;
}

function put<Key>(groups: Map<Key, ReportItem[]>, key: Key, item: ReportItem): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
