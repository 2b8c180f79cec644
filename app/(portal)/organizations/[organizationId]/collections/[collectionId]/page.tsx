import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  assignItemsAction,
  createItemAction,
  deleteItemsAction,
  reportItemEventAction,
  restoreItemsAction,
  trashItemsAction,
  updateItemAction,
} from "@/app/(vault)/vault/actions";
import { fileActions } from "@/app/(vault)/vault/file-actions";
import { HeaderMenu } from "@/app/account/header-menu";
import { askOrganizationKey } from "@/app/questions";
import { CollectionItemsPage } from "@/components/items/collection-items-page";
import { ItemsKept } from "@/components/items/items-kept";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { AskAnew } from "@/components/shell/ask-anew";
import { colorOf } from "@/components/ui/color-of";
import { mayEditItems } from "@/lib/domain/collection/permission";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";

type Props = {
  params: Promise<{ organizationId: string; collectionId: string }>;
  searchParams: Promise<ListParams>;
};

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("collections"))("title"),
});

export default async function CollectionItems({ params, searchParams }: Props) {
  const { organizationId, collectionId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { name, may } = frame.result;
  if (!may.includes("use_items"))
    return <ItemsKept organizationId={organizationId} account={<HeaderMenu />} />;
  const query = await searchParams;
  const { cursor } = wordsOf(query);
  const list = await load(listOrganizationItems, { organizationId, collectionId, cursor });
  const { collections: all, next } = await load(listCollections, { organizationId });
  const collections = all.filter(({ permission }) => permission !== null && mayEditItems(permission));
  const isOffered = collections.some(({ id }) => id === list.collection?.id);
  const key = { organizationId, getKey: askOrganizationKey };
  return (
    <CollectionItemsPage
      account={<HeaderMenu />}
      organizationId={organizationId}
      owner={name}
      path={`/organizations/${organizationId}/collections/${collectionId}`}
      query={query}
      list={list}
      isTrash={collectionId === "trash"}
      areAllOffered={next === null}
      mayReadLog={may.includes("read_events")}
      sealed={{
        name: { ...key, rows: list.collection ? [list.collection] : [] },
        items: {
          ...key,
          ...list,
          collections:
            list.collection && list.mayAdd && !isOffered ? [list.collection, ...collections] : collections,
          owner: name,
          color: colorOf(organizationId),
        },
      }}
      actions={{
        getKey: askOrganizationKey,
        create: createItemAction,
        update: updateItemAction,
        trash: trashItemsAction,
        restore: restoreItemsAction,
        deleteForGood: deleteItemsAction,
        assign: assignItemsAction,
        report: reportItemEventAction,
        files: fileActions,
      }}
    />
  );
}
