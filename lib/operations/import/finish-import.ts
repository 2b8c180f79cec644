import "server-only";
import { eq, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { imports } from "@/db/schema/imports";
import { ImportOf } from "@/lib/domain/import/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { countUnreached } from "@/lib/operations/import/internal/count-unreached";
import { lockImport, ofImport, ownerOf } from "@/lib/operations/import/internal/the-import";
import { importers } from "@/lib/operations/item/internal/new-items-access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Says that all of an import is there. The log has how many items came with it, the answer how many of each type, and how
 * many collections were made for it that nobody has.
 */
export const finishImport = defineCommand({
  name: "import.finish",
  input: ImportOf,
  access: importers,
  async run({ tx, actor, input, now }) {
    const userId = personOf(actor);
    const found = await lockImport(tx, input, userId, now);
    if (!found) throw new NotFound();
    const types = await tx
      .select({ type: ciphers.type, count: sql<number>`count(*)::int` })
      .from(ciphers)
      .where(ofImport(found))
      .groupBy(ciphers.type)
      .orderBy(ciphers.type);
    const count = types.reduce((sum, row) => sum + row.count, 0);
    const { organizationId } = input;
    const unreached = organizationId ? await countUnreached(tx, input.importId, organizationId) : 0;
    const answer = { count, types, unreached };
    if (found.doneAt) return doneUnrecorded(answer, "it was said before");
    await tx.update(imports).set({ doneAt: now }).where(eq(imports.id, input.importId));
    return done(answer, { type: "import.done", ...ownerOf(input, userId), details: { count } });
  },
});
