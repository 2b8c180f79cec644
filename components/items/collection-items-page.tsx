"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { openCollectionName, type SealedNames } from "@/components/collections/open-collection-names";
import { UnlockCallout } from "@/components/collections/unlock-callout";
import { FoundItems } from "@/components/items/found-items";
import type { ItemActions } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { NewItemMenu } from "@/components/items/new-item-menu";
import {
  type OpenedItems,
  openCollectionItems,
  type SealedItems,
} from "@/components/items/open-collection-items";
import { emptyValues } from "@/components/items/values-of-item";
import type { ListParams } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchBox } from "@/components/ui/search-box";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import { useAskAgain } from "@/components/vault/use-ask-again";
import { useVault } from "@/components/vault/vault-provider";
import type { ItemType } from "@/lib/domain/item/types";
import type { ListedItems } from "@/lib/operations/item/list-organization-items";

type Props = {
  organizationId: string;
  owner: string;
  /** The address of the page, and the page of the list that it asks for. */
  path: string;
  query: ListParams;
  list: ListedItems;
  /** The items in the trash are shown, and not those of a collection or in none. */
  isTrash: boolean;
  /** Whether a new item can be put into every collection, or only into the first of very many. */
  areAllOffered: boolean;
  mayReadLog: boolean;
  /** As they came from the server: see `Decrypted`. */
  sealed: { name: SealedNames; items: SealedItems };
  actions: ItemActions;
  account?: ReactNode;
};

/** The items of one collection, or those in none. */
export function CollectionItemsPage(props: Props) {
  const {
    organizationId,
    owner,
    path,
    query,
    list,
    isTrash,
    areAllOffered,
    mayReadLog,
    sealed,
    actions,
    account,
  } = props;
  const t = useTranslations("collections");
  const { status, policies } = useVault();
  useAskAgain();
  const [search, setSearch] = useState("");
  const [creating, setCreating] = useState<ItemType | null>(null);
  const chosen = list.collection?.id;
  const logOf = (itemId: string) => `/organizations/${organizationId}/events?item=${itemId}`;
  const ownersOf = ({ collections }: OpenedItems) =>
    collections.length > 0 ? [{ organizationId, name: owner, collections, areMore: !areAllOffered }] : [];
  const mayCreate = list.mayAdd && chosen !== undefined;

  const title = chosen ? (
    <Decrypted sealed={sealed.name} open={openCollectionName} fallback={t("locked")}>
      {(name) => name ?? t("broken")}
    </Decrypted>
  ) : (
    t(isTrash ? "trash" : "unassigned")
  );

  return (
    <>
      <PageHeader
        title={title}
        search={
          list.items.length > 0 && status !== "locked" ? (
            <SearchBox label={t("item.search", { count: list.items.length })} onSearch={setSearch} atOnce />
          ) : null
        }
        actions={
          mayCreate ? <NewItemMenu label={t("item.new")} policies={policies} onNew={setCreating} /> : null
        }
        account={account}
      />
      <PageBody>
        <AppLink href={`/organizations/${organizationId}/collections`} className="text-label text-link">
          ← {t("item.back")}
        </AppLink>
        {isTrash && list.items.length > 0 ? <p className="text-muted">{t("item.trashText")}</p> : null}
        <UnlockCallout />
        {list.items.length === 0 ? (
          <Card>
            <EmptyState illustration="keys" title={t(isTrash ? "item.emptyTrash" : "item.empty")}>
              {mayCreate ? t("item.emptyText") : null}
            </EmptyState>
          </Card>
        ) : null}
        <Decrypted
          sealed={sealed.items}
          open={openCollectionItems}
          fallback={
            status !== "locked" && list.items.length > 0 ? <TableSkeleton rows={list.items.length} /> : null
          }
        >
          {(opened) => (
            <FoundItems
              opened={opened}
              search={search}
              owners={ownersOf(opened)}
              actions={actions}
              {...(mayReadLog && { logOf })}
            >
              {creating && chosen ? (
                <ItemDialog
                  edited={null}
                  owners={ownersOf(opened)}
                  initial={emptyValues(creating, { organizationId, collectionIds: [chosen] })}
                  actions={actions}
                  onClose={() => setCreating(null)}
                />
              ) : null}
            </FoundItems>
          )}
        </Decrypted>
        {query.cursor || list.next ? (
          <ListPages path={path} query={query} next={list.next}>
            {t("item.page", { count: list.items.length })}
          </ListPages>
        ) : null}
      </PageBody>
    </>
  );
}
