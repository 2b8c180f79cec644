import type { ComponentProps } from "react";
import { VaultFilterSelect } from "@/components/items/vault-filter-select";
import { VaultFilters } from "@/components/items/vault-filters";
import { NewOrganizationButton } from "@/components/organizations/new-organization";

/** Views of the vault: beside the items where there is room, and over them elsewhere. */
export function VaultViews({ onNewOrganization, ...views }: ComponentProps<typeof VaultFilters>) {
  return (
    <>
      <div className="@max-xl:hidden sticky top-4">
        <VaultFilters {...views} onNewOrganization={onNewOrganization} />
      </div>
      <div className="flex @xl:hidden flex-col items-start gap-2.5">
        <VaultFilterSelect {...views} />
        {onNewOrganization ? <NewOrganizationButton onClick={onNewOrganization} /> : null}
      </div>
    </>
  );
}
