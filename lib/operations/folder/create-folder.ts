import "server-only";
import { eq } from "drizzle-orm";
import { folders } from "@/db/schema/folders";
import { NamedFolder } from "@/lib/domain/folder/inputs";
import { mayMakeFolder } from "@/lib/domain/folder/limits";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { madeBefore } from "@/lib/operations/made-before";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/** Makes a folder in the actor's own vault. Its name is sealed under their user key. */
export const createFolder = defineCommand({
  name: "folder.create",
  input: NamedFolder,
  access: signedInNaming("a folder under an id that is somebody else's is not found"),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { folderId, name } }) {
    const userId = personOf(actor);
    const sameId = await tx.select().from(folders).where(eq(folders.id, folderId));
    const before = madeBefore(sameId, (folder) => folder.userId === userId);
    if (before)
      return doneUnrecorded({ folderId, revisedAt: before.revisedAt }, "an earlier try has made it");
    assertAllowed(mayMakeFolder(await tx.$count(folders, eq(folders.userId, userId))));
    const revisedAt = await advanceAccount(tx, userId);
    await tx.insert(folders).values({ id: folderId, userId, name, createdAt: revisedAt, revisedAt });
    return doneUnrecorded({ folderId, revisedAt }, "how somebody arranges their vault is nobody else's");
  },
});
