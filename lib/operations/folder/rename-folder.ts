import "server-only";
import { and, eq } from "drizzle-orm";
import { folders } from "@/db/schema/folders";
import { NamedFolder } from "@/lib/domain/folder/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/** Gives one of the actor's folders another name. */
export const renameFolder = defineCommand({
  name: "folder.rename",
  input: NamedFolder,
  access: signedInNaming("only one's own folders are found"),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { folderId, name } }) {
    const userId = personOf(actor);
    const revisedAt = await advanceAccount(tx, userId);
    const renamed = await tx
      .update(folders)
      .set({ name, revisedAt })
      .where(and(eq(folders.id, folderId), eq(folders.userId, userId)))
      .returning({ id: folders.id });
    if (renamed.length === 0) throw new NotFound();
    return doneUnrecorded({ folderId, revisedAt }, "how somebody arranges their vault is nobody else's");
  },
});
