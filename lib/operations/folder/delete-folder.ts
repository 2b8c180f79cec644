import "server-only";
import { and, eq } from "drizzle-orm";
import { folders } from "@/db/schema/folders";
import { itemMarks } from "@/db/schema/item-marks";
import { FolderTarget } from "@/lib/domain/folder/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/** Deletes one of the actor's folders, and nothing of what is in it: its items are in no folder then. */
export const deleteFolder = defineCommand({
  name: "folder.delete",
  input: FolderTarget,
  access: signedInNaming("only one's own folders are found"),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { folderId } }) {
    const userId = personOf(actor);
    await tx
      .update(itemMarks)
      .set({ folderId: null })
      .where(and(eq(itemMarks.userId, userId), eq(itemMarks.folderId, folderId)));
    const deleted = await tx
      .delete(folders)
      .where(and(eq(folders.id, folderId), eq(folders.userId, userId)))
      .returning({ id: folders.id });
    if (deleted.length === 0) throw new NotFound();
    await advanceAccount(tx, userId);
    return doneUnrecorded({ folderId }, "how somebody arranges their vault is nobody else's");
  },
});
