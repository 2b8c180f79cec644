import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import {
  askAssignableMembers,
  askCollection,
  askGroupNames,
  askMyVault,
  askOrganizationKey,
} from "@/app/questions";
import { VaultPage } from "@/components/items/vault-page";
import { userIdOf } from "@/lib/domain/actor";
import { load } from "@/lib/http/page";
import { listWaitingPlaces } from "@/lib/operations/account/list-waiting-places";
import { listWithdrawnPlaces } from "@/lib/operations/account/list-withdrawn-places";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { currentActor } from "@/lib/session/current-actor";
import {
  assignItemsAction,
  changeCollectionAccessAction,
  createCollectionAction,
  createFolderAction,
  createItemAction,
  createOrganizationAction,
  deleteCollectionsAction,
  deleteFolderAction,
  deleteItemsAction,
  makeMyCollectionAction,
  markItemsAction,
  openBannerAction,
  renameFolderAction,
  reportItemEventAction,
  restoreItemsAction,
  shareItemsAction,
  trashItemsAction,
  updateCollectionAction,
  updateItemAction,
} from "./actions";
import { fileActions } from "./file-actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("vault"))("vaults"),
});

export default async function MyVault() {
  const waiting = await load(listWaitingPlaces, {});
  const policies = await load(getMyPolicies, {});
  const actor = await currentActor();
  return (
    <VaultPage
      account={<HeaderMenu />}
      waiting={waiting}
      withdrawn={await load(listWithdrawnPlaces, {})}
      policies={policies}
      sealed={{ userId: userIdOf(actor) ?? "", ask: askMyVault }}
      actions={{
        getKey: askOrganizationKey,
        create: createItemAction,
        update: updateItemAction,
        trash: trashItemsAction,
        assign: assignItemsAction,
        restore: restoreItemsAction,
        deleteForGood: deleteItemsAction,
        mark: markItemsAction,
        createFolder: createFolderAction,
        renameFolder: renameFolderAction,
        deleteFolder: deleteFolderAction,
        share: shareItemsAction,
        files: fileActions,
        report: reportItemEventAction,
        openBanner: openBannerAction,
        makeMyCollection: makeMyCollectionAction,
        createOrganization: createOrganizationAction,
      }}
      collectionActions={{
        getKey: askOrganizationKey,
        create: createCollectionAction,
        update: updateCollectionAction,
        changeAccess: changeCollectionAccessAction,
        remove: deleteCollectionsAction,
        getCollection: askCollection,
        listMembers: askAssignableMembers,
        listGroups: askGroupNames,
      }}
    />
  );
}
