import "server-only";
import { randomUUID } from "node:crypto";
import type { FolderId } from "@/lib/domain/ids";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { folderOf, readFolder } from "@/lib/machine-api/bitwarden/wire/folder";
import { idIn, listOf } from "@/lib/machine-api/bitwarden/wire/values";
import type { Call } from "@/lib/machine-api/endpoints";
import { NotFound } from "@/lib/operations/errors";
import { createFolder } from "@/lib/operations/folder/create-folder";
import { deleteFolder } from "@/lib/operations/folder/delete-folder";
import { listFolders } from "@/lib/operations/folder/list-folders";
import { renameFolder } from "@/lib/operations/folder/rename-folder";

const target = (call: Call) => ({ folderId: idIn(call, "folderId") });
const written = ({ folderId: id, revisedAt }: { folderId: FolderId; revisedAt: Date }, { body }: Call) =>
  folderOf({ ...{ id, revisedAt }, ...readFolder(body) });
const nothing = () => ({});

/** Protocol chapter 5.8. */
export const folderRoutes = [
  bitwarden.route("GET /api/folders", listFolders, {
    read: nothing,
    write: (folders) => listOf(folders.map(folderOf)),
  }),
  bitwarden.route("GET /api/folders/:folderId", listFolders, {
    read: nothing,
    write: (folders, call) => {
      const found = folders.find(({ id }) => id === idIn(call, "folderId"));
      if (!found) throw new NotFound();
      return folderOf(found);
    },
  }),
  bitwarden.route("POST /api/folders", createFolder, {
    // Apps make no id. One that sends twice makes two.
    read: ({ body }) => ({ folderId: randomUUID(), ...readFolder(body) }),
    write: written,
  }),
  ...(["PUT", "POST"] as const).map((method) =>
    bitwarden.route(`${method} /api/folders/:folderId`, renameFolder, {
      read: (call) => ({ ...target(call), ...readFolder(call.body) }),
      write: written,
    }),
  ),
  ...(["DELETE /api/folders/:folderId", "POST /api/folders/:folderId/delete"] as const).map((sentence) =>
    bitwarden.route(sentence, deleteFolder, { read: target, write: () => null }),
  ),
];
