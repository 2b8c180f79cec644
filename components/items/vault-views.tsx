import { FolderPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { VaultFilterSelect } from "@/components/items/vault-filter-select";
import { VaultFilters } from "@/components/items/vault-filters";
import { NewOrganizationButton } from "@/components/organizations/new-organization";
import { Button } from "@/components/ui/button";

/** Views of the vault: beside the items where there is room, and over them elsewhere. */
export function VaultViews({
  onNewOrganization,
  onNewFolder,
  ...views
}: ComponentProps<typeof VaultFilters>) {
  const t = useTranslations("vault.folder");
  return (
    <>
      <div className="@max-xl:hidden sticky top-4">
        <VaultFilters {...views} onNewOrganization={onNewOrganization} onNewFolder={onNewFolder} />
      </div>
      <div className="flex @xl:hidden flex-col items-start gap-2.5">
        <VaultFilterSelect {...views} />
        {onNewFolder ? (
          <Button variant="quiet" icon={<FolderPlus aria-hidden="true" />} onClick={onNewFolder}>
            {t("new")}
          </Button>
        ) : null}
        {onNewOrganization ? <NewOrganizationButton onClick={onNewOrganization} /> : null}
      </div>
    </>
  );
}
