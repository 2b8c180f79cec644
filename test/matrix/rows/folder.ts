import { randomUUID } from "node:crypto";
import { folders } from "@/db/schema/folders";
import { FolderId } from "@/lib/domain/ids";
import { createFolder } from "@/lib/operations/folder/create-folder";
import { deleteFolder } from "@/lib/operations/folder/delete-folder";
import { listFolders } from "@/lib/operations/folder/list-folders";
import { renameFolder } from "@/lib/operations/folder/rename-folder";
import { ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { sealedText } from "@/test/people";

/** A folder of whoever asks. */
async function own({ tx, you }: Given) {
  const folderId = FolderId.parse(randomUUID());
  if (you.person)
    await tx.insert(folders).values({ id: folderId, userId: you.person.userId, name: sealedText() });
  return { folderId };
}

export const rows = [
  row(listFolders, ofOneself()).with(() => ({})),
  row(createFolder, ofOneself()).with(() => ({ folderId: randomUUID(), name: sealedText() })),
  row(renameFolder, ofOneself()).with(async (given) => ({ ...(await own(given)), name: sealedText() })),
  row(deleteFolder, ofOneself()).with(own),
];
