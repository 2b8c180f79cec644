import "server-only";
import { getPart, putPart } from "@/app/attachment-parts";
import { askAttachments } from "@/app/questions";
import type { FileActions } from "@/components/items/item";
import { beginAttachmentAction, deleteAttachmentAction, finishAttachmentAction } from "./actions";

/** What pages of items hand down for the files of items. */
export const fileActions: FileActions = {
  list: askAttachments,
  begin: beginAttachmentAction,
  putPart,
  finish: finishAttachmentAction,
  getPart,
  remove: deleteAttachmentAction,
};
