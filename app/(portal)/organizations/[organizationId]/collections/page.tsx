import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askAssignableMembers, askCollection, askOrganizationKey } from "@/app/questions";
import { CollectionsPage } from "@/components/collections/collections-page";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { AskAnew } from "@/components/shell/ask-anew";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listCollections } from "@/lib/operations/collection/list-collections";
import {
  changeCollectionAccessAction,
  createCollectionAction,
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
  const query = await searchParams;
  const list = await load(listCollections, { organizationId, cursor: wordsOf(query).cursor });
  return (
    <CollectionsPage
      account={<HeaderMenu />}
      organizationId={organizationId}
      query={query}
      list={list}
      opensItems={frame.result.may.includes("use_items")}
      sealed={{
        organizationId,
        getKey: askOrganizationKey,
        rows: list.collections.map(({ id, name }) => ({ id, name })),
      }}
      actions={{
        getKey: askOrganizationKey,
        create: createCollectionAction,
        update: updateCollectionAction,
        changeAccess: changeCollectionAccessAction,
        remove: deleteCollectionsAction,
        getCollection: askCollection,
        listMembers: askAssignableMembers,
      }}
    />
  );
}
