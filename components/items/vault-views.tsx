import type { ComponentProps } from "react";
import { VaultFilterSelect } from "@/components/items/vault-filter-select";
import { VaultFilters } from "@/components/items/vault-filters";

/** Views of the vault: beside the items where there is room, and over them elsewhere. */
export function VaultViews(views: ComponentProps<typeof VaultFilters>) {
  return (
    <>
      <div className="@max-xl:hidden sticky top-4">
        <VaultFilters {...views} />
      </div>
      <div className="@xl:hidden">
        <VaultFilterSelect {...views} />
      </div>
    </>
  );
}
