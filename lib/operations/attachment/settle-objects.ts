import "server-only";
import { inArray } from "drizzle-orm";
import { z } from "zod";
import { objectsToRemove } from "@/db/schema/attachments";
import { removedAtOnce } from "@/lib/domain/attachment/limits";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";

const objectIds = z.array(z.uuid()).max(removedAtOnce);

/**
 * Strikes out what the bucket has removed, and puts what it has kept behind everything else that is due. That is due now
 * and not later: the bucket may have removed it all the same, so no part that comes late may have it.
 */
export const settleObjects = defineCommand({
  name: "attachment.settle_objects",
  input: z.object({ removed: objectIds, kept: objectIds }),
  access: instanceAdministrators,
  async run({ tx, input: { removed, kept }, now }) {
    if (removed.length > 0) await tx.delete(objectsToRemove).where(inArray(objectsToRemove.id, removed));
    if (kept.length > 0)
      await tx.update(objectsToRemove).set({ dueAt: now }).where(inArray(objectsToRemove.id, kept));
    return doneUnrecorded({ count: removed.length }, "the files went before, each by an act of its own");
  },
});
