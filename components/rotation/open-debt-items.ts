import { type AskOrganizationKey, openWithOrganizationKey } from "@/components/vault/hold-key";
import type { DebtItems } from "@/lib/operations/rotation/list-debt-items";
import type { Vault } from "@/lib/vault/vault";

export type SealedDebtItems = {
  organizationId: string;
  getKey: AskOrganizationKey;
  items: DebtItems["items"];
};

export type OpenedDebtItem = { id: string; name: string | null; collectionId: string | null };

/** Opens the names of items. It rejects when the organization's key cannot be had. */
export async function openDebtItems(vault: Vault, sealed: SealedDebtItems): Promise<OpenedDebtItem[]> {
  const { organizationId, items } = sealed;
  const opened = await openWithOrganizationKey(
    vault,
    sealed,
    () =>
      vault.openItems(
        `organization:${organizationId}`,
        items.map(({ key, name }) => ({ key, open: { name }, check: {} })),
      ),
    (all) => all.every(({ ok }) => ok),
  );
  return items.map(({ id, collectionId }, i) => {
    const item = opened[i];
    return { id, collectionId, name: item?.ok ? (item.texts.name ?? null) : null };
  });
}
