import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import {
  askAssignableMembers,
  askCollection,
  askCollections,
  askGroupNames,
  askOrganizationKey,
} from "@/app/questions";
import { CollectionsPage } from "@/components/collections/collections-page";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { AskAnew } from "@/components/shell/ask-anew";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listCollections } from "@/lib/operations/collection/list-collections";
import {
  changeAccessInCollectionsAction,
  changeCollectionAccessAction,
  createCollectionAction,
  createCollectionsAction,
  createGroupsAction,
  deleteCollectionsAction,
  updateCollectionAction,
} from "./actions";

type Props = { params: Promise<{ organizationId: string }>; searchParams: Promise<ListParams> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("collections"))("title"),
});

export default async function Collections({ params, searchParams }: Props) {
  const { organizationId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const { may, visitSince } = frame.result;
  const query = await searchParams;
  const list = await load(listCollections, { organizationId, cursor: wordsOf(query).cursor });
  return (
    <CollectionsPage
      account={<HeaderMenu />}
      organizationId={organizationId}
      query={query}
      list={list}
      opensItems={may.includes("use_items")}
      makes={{ collections: may.includes("create_collections"), groups: may.includes("manage_groups") }}
      listCollections={askCollections}
      makerManages={visitSince === null}
      sealed={{
        organizationId,
        getKey: askOrganizationKey,
        rows: list.collections.map(({ id, name }) => ({ id, name })),
      }}
      actions={{
        getKey: askOrganizationKey,
        create: createCollectionAction,
        createSeveral: createCollectionsAction,
        createGroups: createGroupsAction,
        update: updateCollectionAction,
        changeAccess: changeCollectionAccessAction,
        changeAccessInSeveral: changeAccessInCollectionsAction,
        remove: deleteCollectionsAction,
        getCollection: askCollection,
        listMembers: askAssignableMembers,
        listGroups: askGroupNames,
      }}
    />
  );
}
