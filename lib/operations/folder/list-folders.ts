import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { folders } from "@/db/schema/folders";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/** The actor's own folders. */
export const listFolders = defineQuery({
  name: "folder.list",
  input: z.object({}),
  access: signedIn,
  read: ({ tx, actor }) =>
    tx
      .select({ id: folders.id, name: folders.name, revisedAt: folders.revisedAt })
      .from(folders)
      .where(eq(folders.userId, personOf(actor)))
      .orderBy(folders.id),
});
