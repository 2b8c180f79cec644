import type { OpenedVault, VaultContents } from "@/components/items/open-vault";
import type { VaultFilter } from "@/components/items/vault-filters";

/** What a view of the vault is called: a name of the person's own, or a word of the page. */
export function titleOf(
  filter: VaultFilter,
  vault: OpenedVault,
  organizations: VaultContents["memberships"],
) {
  switch (filter.by) {
    case "all":
      return { key: "all" } as const;
    case "mine":
      return { key: "mine" } as const;
    case "organization":
      return organizations.find(({ organizationId }) => organizationId === filter.id)?.name ?? "";
    case "collection":
      return vault.collections.find(({ id }) => id === filter.id)?.name ?? ({ key: "broken" } as const);
  }
}
