import "server-only";
import { inArray } from "drizzle-orm";
import { z } from "zod";
import { objectsToRemove } from "@/db/schema/attachments";
import { removedAtOnce } from "@/lib/domain/attachment/limits";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Strikes out what the bucket has removed. */
export const forgetRemovedObjects = defineCommand({
  name: "attachment.forget_removed_objects",
  input: z.object({ objectIds: z.array(z.uuid()).max(removedAtOnce) }),
  access: instanceAdministrators,
  async run({ tx, input: { objectIds } }) {
    if (objectIds.length > 0) await tx.delete(objectsToRemove).where(inArray(objectsToRemove.id, objectIds));
    return doneUnrecorded({ count: objectIds.length }, "the files went before, each by an act of its own");
  },
});
