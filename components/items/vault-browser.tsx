"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import { useKept } from "@/components/forms/kept";
import type { FolderActions, ItemActions, OwnItemActions } from "@/components/items/item";
import { MakeInVault } from "@/components/items/make-in-vault";
import type { Making } from "@/components/items/new-in-vault-menu";
import type { OpenedVault, VaultContents } from "@/components/items/open-vault";
import { ownersOf } from "@/components/items/place-of-new";
import { useVaultView } from "@/components/items/use-vault-view";
import { VaultHeaderActions } from "@/components/items/vault-header-actions";
import { VaultItems } from "@/components/items/vault-items";
import { VaultPolicies } from "@/components/items/vault-policies";
import { VaultViews } from "@/components/items/vault-views";
import { titleOf } from "@/components/items/view-title";
import type { CreateOwn } from "@/components/organizations/new-organization-form";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { SearchBox } from "@/components/ui/search-box";
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
  const { vault, isWhole, organizations, policies, canChange, actions, collectionActions } = props;
  useAskAgain(props.revision);
  const t = useTranslations("vault");
  const view = useVaultView(vault);
  const { filter, setFilter, inView, found } = view;
  const [making, setMaking] = useKept<Making | null>("making", null);
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

  return (
    <>
      <PageHeader
        title={typeof title === "string" ? title : t(title.key)}
        search={
          vault.items.length > 0 || !isWhole ? (
            <SearchBox
              label={t("search", { count: isWhole ? inView.length : 0 })}
              onSearch={view.setSearch}
              {...(isWhole && { found: found.length })}
              atOnce
            />
          ) : null
        }
        actions={
          canChange ? (
            <VaultHeaderActions
              vault={vault}
              filter={filter}
              policies={policies}
              mayMake={{
                item: owners.length > 0,
                collection: mayMakeIn.length > 0,
                organization: mayFound,
              }}
              onMaking={setMaking}
              actions={actions}
              collectionActions={collectionActions}
            />
          ) : null
        }
        account={props.account}
      />
      <PageBody>
        <VaultPolicies
          policies={policies}
          confirmedIn={organizations.map(({ organizationId }) => organizationId)}
          mayAdd={owners.length > 0}
          hasOwn={vault.items.some(({ organizationId }) => organizationId === null)}
          openBanner={actions.openBanner}
        />
        {props.notices}
        {filter.by === "trash" && inView.length > 0 ? <p className="text-muted">{t("trashText")}</p> : null}
        <div className="grid @xl:grid-cols-[232px_minmax(0,1fr)] grid-cols-[minmax(0,1fr)] items-start gap-4">
          {views}
          <VaultItems
            vault={vault}
            isWhole={isWhole}
            view={view}
            owners={owners}
            canChange={canChange}
            keepsOwn={keepsOwn}
            actions={actions}
          />
        </div>
      </PageBody>
      <MakeInVault
        making={making}
        vault={vault}
        filter={filter}
        owners={owners}
        mayMakeIn={mayMakeIn}
        mayFound={mayFound}
        actions={actions}
        sealedCollections={props.sealedCollections}
        collectionActions={collectionActions}
        onClose={() => setMaking(null)}
      />
    </>
  );
}
