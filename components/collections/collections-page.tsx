"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { CollectionsTable } from "@/components/collections/collections-table";
import { NewCollectionDialog } from "@/components/collections/new-collection-dialog";
import { openCollectionNames, type SealedNames } from "@/components/collections/open-collection-names";
import { UnlockCallout } from "@/components/collections/unlock-callout";
import type { ListParams } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Decrypted } from "@/components/vault/decrypted";
import type { ListedCollections } from "@/lib/operations/collection/list-collections";

type Props = {
  organizationId: string;
  /** The address of the page, and the page of the list that it asks for. */
  query: ListParams;
  list: ListedCollections;
  /** Whether the items may be looked at: a client can keep them from its provider. */
  opensItems: boolean;
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
  sealed,
  actions,
  account,
}: Props) {
  const t = useTranslations("collections");
  const [creating, setCreating] = useState(false);
  const table = { organizationId, list, opensItems, actions };
  const create = (
    <Button icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t("new")}
    </Button>
  );

  return (
    <>
      <PageHeader title={t("title")} actions={create} account={account} />
      <PageBody>
        {list.collections.length === 0 && list.unassigned === 0 ? (
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
              fallback={<CollectionsTable {...table} names={null} />}
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
      {creating ? (
        <NewCollectionDialog
          organizationId={organizationId}
          actions={actions}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </>
  );
}
