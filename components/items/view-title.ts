import type { OpenedVault, VaultContents } from "@/components/items/open-vault";
import type { VaultFilter } from "@/components/items/vault-filter";

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
    case "favorite":
    case "archive":
    case "trash":
      return { key: `views.${filter.by}` } as const;
    case "type":
      return { key: `types.${filter.type}` } as const;
    case "organization":
      return organizations.find(({ organizationId }) => organizationId === filter.id)?.name ?? "";
    case "folder":
      if (filter.id === null) return { key: "folder.none" } as const;
      return vault.folders.find(({ id }) => id === filter.id)?.name ?? ({ key: "broken" } as const);
    case "collection":
      return vault.collections.find(({ id }) => id === filter.id)?.name ?? ({ key: "broken" } as const);
  }
}
