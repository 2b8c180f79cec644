import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { imports } from "@/db/schema/imports";
import { userIdOf } from "@/lib/domain/actor";
import { ImportOf } from "@/lib/domain/import/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { lockImport, ofImport, ownerOf } from "@/lib/operations/import/internal/the-import";
import { deleteRows } from "@/lib/operations/item/internal/delete-rows";
import { importers } from "@/lib/operations/item/internal/new-items-access";
import { account } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

/**
 * Takes the items of an import out again, for good, within a day: whoever began it, and nobody else. What somebody has
 * changed since, or put into the trash, stays. So do collections that were made for it: others may have been given them
 * by now.
 *
 * @throws {Refused} `import_over` when the day is over, or it was undone before.
 */
export const undoImport = defineCommand({
  name: "import.undo",
  input: ImportOf,
  access: importers,
  locks: ({ actor, input: { organizationId } }) => {
    const userId = userIdOf(actor);
    return organizationId || !userId ? [] : [account(userId)];
  },
  async run({ tx, actor, input, now }) {
    const userId = personOf(actor);
    const found = await lockImport(tx, input, userId, now);
    if (!found) throw new NotFound();
    await tx.update(imports).set({ undoneAt: now }).where(eq(imports.id, found.id));
    const isUntouched = and(
      ofImport(found),
      eq(ciphers.revisedAt, ciphers.createdAt),
      isNull(ciphers.deletedAt),
    );
    const gone = await tx.select({ id: ciphers.id }).from(ciphers).where(isUntouched).for("update");
    await deleteRows(
      tx,
      gone.map(({ id }) => id),
    );
    const kept = await tx.$count(ciphers, ofImport(found));
    await advanceOwner(tx, found.organizationId, userId);
    const details = { count: gone.length, kept };
    return done(details, { type: "import.undone", ...ownerOf(found, userId), details });
  },
});
