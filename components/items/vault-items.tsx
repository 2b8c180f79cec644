"use client";

import { useTranslations } from "next-intl";
import { foundElsewhere } from "@/components/items/found-elsewhere";
import type { FolderActions, ItemActions, ItemOwner, OwnItemActions } from "@/components/items/item";
import { ItemsView } from "@/components/items/items-view";
import { MoreIsComing } from "@/components/items/more-is-coming";
import { NoItems } from "@/components/items/no-items";
import type { OpenedVault } from "@/components/items/open-vault";
import type { useVaultView } from "@/components/items/use-vault-view";
import { TableSkeleton } from "@/components/ui/table-skeleton";

type Actions = ItemActions & OwnItemActions & FolderActions;

type Props = {
  vault: OpenedVault;
  /** All of it is there. */
  isWhole: boolean;
  view: ReturnType<typeof useVaultView>;
  owners: readonly ItemOwner[];
  /** Whether the server can be told of changes. */
  canChange: boolean;
  /** Whether the person may keep items of their own. */
  keepsOwn: boolean;
  actions: Actions;
};

/** The items of the view that is open, or why there is none. */
export function VaultItems({ vault, isWhole, view, owners, canChange, keepsOwn, actions }: Props) {
  const t = useTranslations("vault");
  const { filter, found } = view;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <ItemsView
        label={t("vaults")}
        items={found}
        view={JSON.stringify(filter)}
        empty={
          isWhole ? <NoneFound vault={vault} view={view} keepsOwn={keepsOwn} /> : <TableSkeleton rows={8} />
        }
        actions={canChange ? actions : toLook(actions)}
        owners={owners}
        folders={vault.folders}
      />
      {isWhole || found.length === 0 ? null : <MoreIsComing />}
    </div>
  );
}

/** Why there is no item, and where there would be some. */
function NoneFound({ vault, view, keepsOwn }: Pick<Props, "vault" | "view" | "keepsOwn">) {
  const { filter, setFilter, search, inView } = view;
  const elsewhere = foundElsewhere(vault.items, search, filter);
  const of =
    vault.items.length === 0 ? "vault" : inView.length === 0 && elsewhere.length === 0 ? "view" : "search";
  return <NoItems of={of} keepsOwn={keepsOwn} elsewhere={elsewhere} onFilter={setFilter} />;
}

/** What is left to do with items that can only be looked at. */
const toLook = ({ mark: _, share: __, ...actions }: Actions): ItemActions => actions;
