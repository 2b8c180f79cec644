"use client";

import { LayoutGrid, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { CollectionsTable } from "@/components/collections/collections-table";
import { NewCollectionDialog } from "@/components/collections/new-collection-dialog";
import { openCollectionNames, type SealedNames } from "@/components/collections/open-collection-names";
import { PresetsDialog } from "@/components/collections/presets-dialog";
import { UnlockCallout } from "@/components/collections/unlock-callout";
import type { ListCollectionsPage } from "@/components/collections/use-all-collections";
import type { ListParams } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { useLinkedWord } from "@/components/lists/use-linked-word";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { SearchBox } from "@/components/ui/search-box";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import { useVault } from "@/components/vault/vault-provider";
import type { ListedCollections } from "@/lib/operations/collection/list-collections";

/** As many as a window shows. */
const skeletonRows = 30;

type Props = {
  organizationId: string;
  /** The address of the page, and the page of the list that it asks for. */
  query: ListParams;
  list: ListedCollections;
  /** Whether the items may be looked at: a client can keep them from its provider. */
  opensItems: boolean;
  /** What the viewer may make: collections, groups. */
  makes: { collections: boolean; groups: boolean };
  listCollections: ListCollectionsPage;
  /** Whether whoever makes collections is a member, and manages what they make from a preset. */
  makerManages: boolean;
  /** As it came from the server: see `Decrypted`. */
  sealed: SealedNames;
  actions: CollectionActions;
  account?: ReactNode;
};

/** The page of collections. Without the vault it shows everything but the names. */
export function CollectionsPage({
  organizationId,
  query,
  list,
  opensItems,
  makes,
  listCollections,
  makerManages,
  sealed,
  actions,
  account,
}: Props) {
  const t = useTranslations("collections");
  const { asked, leave } = useLinkedWord("new");
  const [making, setMaking] = useState<"one" | "presets" | null>(null);
  const { status } = useVault();
  const [search, setSearch] = useState("");
  const table = { organizationId, list, opensItems, search, actions };
  const unnamed = <CollectionsTable {...table} names={null} />;
  const isEmpty = list.collections.length === 0 && !list.unassigned;
  const create = makes.collections ? (
    <>
      <Button variant="quiet" icon={<LayoutGrid aria-hidden="true" />} onClick={() => setMaking("presets")}>
        {t("presets.open")}
      </Button>
      <Button icon={<Plus aria-hidden="true" />} onClick={() => setMaking("one")}>
        {t("new")}
      </Button>
    </>
  ) : null;

  function close() {
    setMaking(null);
    leave();
  }

  return (
    <>
      <PageHeader
        title={t("title")}
        search={isEmpty ? null : <SearchBox label={t("searchNames")} onSearch={setSearch} />}
        actions={
          <>
            {opensItems && list.unassigned !== null ? (
              <LinkButton
                href={`/organizations/${organizationId}/collections/trash`}
                variant="quiet"
                icon={<Trash2 aria-hidden="true" />}
              >
                {t("trash")}
              </LinkButton>
            ) : null}
            {create}
          </>
        }
        account={account}
      />
      <PageBody>
        {isEmpty ? (
          <Card>
            <EmptyState illustration="keys" title={t("empty")}>
              {t("emptyText")}
            </EmptyState>
          </Card>
        ) : (
          <>
            <UnlockCallout />
            <Decrypted
              sealed={sealed}
              open={openCollectionNames}
              fallback={
                status === "locked" ? (
                  unnamed
                ) : (
                  <TableSkeleton rows={Math.min(list.collections.length, skeletonRows)} />
                )
              }
              failed={unnamed}
            >
              {(names) => <CollectionsTable {...table} names={names} />}
            </Decrypted>
            {query.cursor || list.next ? (
              <ListPages path={`/organizations/${organizationId}/collections`} query={query} next={list.next}>
                {t("page", { count: list.collections.length })}
              </ListPages>
            ) : null}
          </>
        )}
      </PageBody>
      {making === "one" ? (
        <NewCollectionDialog
          organizationId={organizationId}
          sealed={sealed}
          actions={actions}
          onClose={close}
        />
      ) : null}
      {making === "presets" || (asked === "presets" && makes.collections) ? (
        <PresetsDialog
          organizationId={organizationId}
          sealed={sealed}
          listCollections={listCollections}
          makerManages={makerManages}
          mayMakeGroups={makes.groups}
          actions={actions}
          onClose={close}
        />
      ) : null}
    </>
  );
}
