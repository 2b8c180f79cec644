"use server";

import { action } from "@/lib/http/action";
import { changeTag } from "@/lib/operations/client/change-tag";
import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { deleteClient } from "@/lib/operations/client/delete-client";
import { deleteTag } from "@/lib/operations/client/delete-tag";
import { exportClients } from "@/lib/operations/client/export-clients";
import { linkClient } from "@/lib/operations/client/link-client";
import { makeTag } from "@/lib/operations/client/make-tag";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { setClientTags } from "@/lib/operations/client/set-client-tags";
import { unlinkClient } from "@/lib/operations/client/unlink-client";

export const createClientAction = action(createClient);
export const correctClientAction = action(correctClient);
export const renameClientAction = action(renameClient);
export const setClientSeatsAction = action(setClientSeats);
export const linkClientAction = action(linkClient);
export const unlinkClientAction = action(unlinkClient);
export const deleteClientAction = action(deleteClient);
export const makeTagAction = action(makeTag);
export const changeTagAction = action(changeTag);
export const deleteTagAction = action(deleteTag);
export const setClientTagsAction = action(setClientTags);
export const exportClientsAction = action(exportClients, { keepsPage: true });
