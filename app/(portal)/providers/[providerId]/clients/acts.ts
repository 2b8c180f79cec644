import { proveMasterPasswordAction } from "@/app/account/actions";
import {
  askBlueprints,
  askClientSeats,
  askLinkable,
  askOrganizationKey,
  askProviderKey,
  askUnlinking,
} from "@/app/questions";
import { beginClientJobAction } from "../jobs/actions";
import {
  changeTagAction,
  correctClientAction,
  createClientAction,
  deleteClientAction,
  deleteTagAction,
  exportClientsAction,
  linkClientAction,
  makeTagAction,
  renameClientAction,
  setClientSeatsAction,
  setClientTagsAction,
  unlinkClientAction,
} from "./actions";

/** What the dialogs that add a client ask and do. */
export const adding = {
  create: createClientAction,
  correct: correctClientAction,
  link: linkClientAction,
  listLinkable: askLinkable,
  listBlueprints: askBlueprints,
  askProviderKey,
  askOrganizationKey,
};

/** What the list asks and does. */
export const inList = {
  rename: renameClientAction,
  setSeats: setClientSeatsAction,
  makeTag: makeTagAction,
  changeTag: changeTagAction,
  deleteTag: deleteTagAction,
  setTags: setClientTagsAction,
  exportClients: exportClientsAction,
  begin: beginClientJobAction,
  askSeats: askClientSeats,
  unlink: unlinkClientAction,
  deleteClient: deleteClientAction,
  prove: proveMasterPasswordAction,
  getUnlinking: askUnlinking,
  listBlueprints: askBlueprints,
  askProviderKey,
};
