"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { useKept } from "@/components/forms/kept";
import { FolderDialog } from "@/components/items/folder-dialog";
import { FolderMenu } from "@/components/items/folder-menu";
import { foundElsewhere } from "@/components/items/found-elsewhere";
import type { FolderActions, ItemActions, OwnItemActions } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { ItemsView } from "@/components/items/items-view";
import { matching } from "@/components/items/matches";
import { MoreIsComing } from "@/components/items/more-is-coming";
import { type Making, NewInVaultMenu } from "@/components/items/new-in-vault-menu";
import { NewVaultCollection } from "@/components/items/new-vault-collection";
import { NoItems } from "@/components/items/no-items";
import type { OpenedVault, VaultContents } from "@/components/items/open-vault";
import { initialOf, ownersOf } from "@/components/items/place-of-new";
import { emptyValues } from "@/components/items/values-of-item";
import { VaultCollectionMenu } from "@/components/items/vault-collection-menu";
import { passes, stillThere, type VaultFilter } from "@/components/items/vault-filter";
import { VaultPolicies } from "@/components/items/vault-policies";
import { VaultViews } from "@/components/items/vault-views";
import { titleOf } from "@/components/items/view-title";
import { NewOrganizationDialog } from "@/components/organizations/new-organization-dialog";
import type { CreateOwn } from "@/components/organizations/new-organization-form";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { SearchBox } from "@/components/ui/search-box";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { useAskAgain } from "@/components/vault/use-ask-again";
import { type BindingPolicy, boundToOne } from "@/lib/domain/policy/combining";
import { mayKeepOwn } from "@/lib/domain/policy/items";
import type { Act } from "@/lib/http/result";

type Props = {
  /** Names what the vault has now, once that is known. */
  revision: string | undefined;
  vault: OpenedVault;
  /** All of it is there. */
  isWhole: boolean;
  /** Those that the person is a confirmed member of. */
  organizations: VaultContents["memberships"];
  /** What the person's organizations demand of them. */
  policies: readonly BindingPolicy[];
  /** Whether the server can be told of changes. */
  canChange: boolean;
  actions: ItemActions &
    OwnItemActions &
    FolderActions & { openBanner: Act<{ organizationId: string }>; createOrganization: CreateOwn };
  sealedCollections: VaultContents["collections"];
  collectionActions: OneCollectionActions;
  /** Who still has to confirm one. */
  notices: ReactNode;
  account?: ReactNode;
};

/** The open vault: views on one side, items on the other, one of them in a drawer. */
export function VaultBrowser(props: Props) {
  const {
    vault,
    isWhole,
    organizations,
    policies,
    canChange,
    actions,
    sealedCollections,
    collectionActions,
    notices,
    account,
  } = props;
  useAskAgain(props.revision);
  const t = useTranslations("vault");
  const [search, setSearch] = useState("");
  const [wanted, setFilter] = useKept<VaultFilter>("filter", { by: "all" });
  const filter = stillThere(wanted, vault);
  const chosen =
    filter.by === "collection" ? vault.collections.find(({ id }) => id === filter.id) : undefined;
  const folder = filter.by === "folder" ? vault.folders.find(({ id }) => id === filter.id) : undefined;
  const [making, setMaking] = useKept<Making | null>("making", null);
  const close = () => setMaking(null);
  const inView = useMemo(() => vault.items.filter((item) => passes(item, filter)), [vault, filter]);
  const found = useMemo(() => matching(inView, search), [inView, search]);
  const keepsOwn = canChange && mayKeepOwn(policies).allowed;
  const owners = ownersOf(vault, organizations, keepsOwn ? t("me") : null);
  const mayFound = canChange && boundToOne(policies) === null;
  const mayMakeIn = organizations.filter((membership) => membership.mayMakeCollections);
  // They count every item for every entry, and have nothing to do with a search.
  const views = useMemo(
    () => (
      <VaultViews
        vault={vault}
        isWhole={isWhole}
        organizations={organizations}
        filter={filter}
        onFilter={setFilter}
        onNewFolder={canChange ? () => setMaking("folder") : null}
        onNewOrganization={mayFound ? () => setMaking("organization") : null}
      />
    ),
    [vault, isWhole, organizations, filter, setFilter, canChange, setMaking, mayFound],
  );
  const title = titleOf(filter, vault, organizations);
  const elsewhere = found.length === 0 ? foundElsewhere(vault.items, search, filter) : [];
  const emptyOf =
    vault.items.length === 0 ? "vault" : inView.length === 0 && elsewhere.length === 0 ? "view" : "search";

  return (
    <>
      <PageHeader
        title={typeof title === "string" ? title : t(title.key)}
        search={
          vault.items.length > 0 || !isWhole ? (
            <SearchBox
              label={t("search", { count: isWhole ? inView.length : 0 })}
              onSearch={setSearch}
              {...(isWhole && { found: found.length })}
              atOnce
            />
          ) : null
        }
        actions={
          <>
            {chosen && canChange ? (
              <VaultCollectionMenu key={chosen.id} collection={chosen} actions={collectionActions} />
            ) : null}
            {folder && canChange ? (
              <FolderMenu key={folder.id} folder={folder} folders={vault.folders} actions={actions} />
            ) : null}
            {canChange ? (
              <NewInVaultMenu
                policies={policies}
                mayMake={{
                  item: owners.length > 0,
                  collection: mayMakeIn.length > 0,
                  organization: mayFound,
                }}
                onMaking={setMaking}
              />
            ) : null}
          </>
        }
        account={account}
      />
      <PageBody>
        <VaultPolicies
          policies={policies}
          confirmedIn={organizations.map(({ organizationId }) => organizationId)}
          mayAdd={owners.length > 0}
          hasOwn={vault.items.some(({ organizationId }) => organizationId === null)}
          openBanner={actions.openBanner}
        />
        {notices}
        {filter.by === "trash" && inView.length > 0 ? <p className="text-muted">{t("trashText")}</p> : null}
        <div className="grid @xl:grid-cols-[232px_minmax(0,1fr)] grid-cols-[minmax(0,1fr)] items-start gap-4">
          {views}
          <div className="flex min-w-0 flex-col gap-4">
            <ItemsView
              label={t("vaults")}
              items={found}
              view={JSON.stringify(filter)}
              empty={
                isWhole ? (
                  <NoItems of={emptyOf} keepsOwn={keepsOwn} elsewhere={elsewhere} onFilter={setFilter} />
                ) : (
                  <TableSkeleton rows={8} />
                )
              }
              actions={canChange ? actions : toLook(actions)}
              owners={owners}
              folders={vault.folders}
            />
            {isWhole || found.length === 0 ? null : <MoreIsComing />}
          </div>
        </div>
      </PageBody>
      <NewOrganizationDialog
        open={making === "organization" && mayFound}
        create={actions.createOrganization}
        onClose={close}
      />
      {making === "collection" ? (
        <NewVaultCollection
          organizations={mayMakeIn}
          collections={sealedCollections}
          actions={collectionActions}
          onClose={close}
        />
      ) : null}
      {making === "folder" ? (
        <FolderDialog folder={null} folders={vault.folders} actions={actions} onClose={close} />
      ) : null}
      {making !== null && typeof making === "object" ? (
        <ItemDialog
          edited={null}
          owners={owners}
          initial={emptyValues(making.item, initialOf(filter, vault, owners))}
          actions={actions}
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** What is left to do with items that can only be looked at. */
const toLook = ({ mark: _, share: __, ...actions }: Props["actions"]): ItemActions => actions;
