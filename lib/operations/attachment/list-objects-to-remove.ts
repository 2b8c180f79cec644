import "server-only";
import { lte } from "drizzle-orm";
import { z } from "zod";
import { objectsToRemove } from "@/db/schema/attachments";
import { removedAtOnce } from "@/lib/domain/attachment/limits";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/** What the bucket is to be rid of by now, the oldest first, at most some. */
export const listObjectsToRemove = defineQuery({
  name: "attachment.list_objects_to_remove",
  input: z.object({ before: z.date() }),
  access: instanceAdministrators,
  async read({ tx, input: { before } }) {
    const due = await tx
      .select({ id: objectsToRemove.id })
      .from(objectsToRemove)
      .where(lte(objectsToRemove.dueAt, before))
      .orderBy(objectsToRemove.dueAt)
      .limit(removedAtOnce);
    return due.map(({ id }) => id);
  },
});
