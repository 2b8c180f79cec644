import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { imports } from "@/db/schema/imports";
import { userIdOf } from "@/lib/domain/actor";
import { ImportOf } from "@/lib/domain/import/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import {
  lockMade,
  takeBackCollections,
  takeBackFolders,
} from "@/lib/operations/import/internal/take-back-places";
import { isAsImported, lockImport, ofImport, ownerOf } from "@/lib/operations/import/internal/the-import";
import { deleteRows } from "@/lib/operations/item/internal/delete-rows";
import { importers } from "@/lib/operations/item/internal/new-items-access";
import { account, organization } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

/**
 * Takes the items of an import out again, for good, within a day: whoever began it, and nobody else. What somebody has
 * changed since, or put into the trash, stays. Collections and folders that were made for it go if they are empty then, and
 * nobody has changed them or been given them. Where all of it stays, nothing is undone, and it goes on.
 *
 * @throws {Refused} `import_over` when the day is over, or it was undone before.
 */
export const undoImport = defineCommand({
  name: "import.undo",
  input: ImportOf,
  access: importers,
  locks: ({ actor, input: { organizationId } }) => {
    const userId = userIdOf(actor);
    // Collections that go take grants with them.
    if (organizationId) return [organization(organizationId)];
    return userId ? [account(userId)] : [];
  },
  async run({ tx, actor, input, now }) {
    const userId = personOf(actor);
    const { importId, organizationId } = input;
    const made = organizationId ? await lockMade(tx, importId, organizationId) : [];
    const found = await lockImport(tx, input, userId, now);
    if (!found) throw new NotFound();
    const isUntouched = and(ofImport(found), isAsImported, isNull(ciphers.deletedAt));
    const gone = await tx.select({ id: ciphers.id }).from(ciphers).where(isUntouched).for("update");
    const kept = (await tx.$count(ciphers, ofImport(found))) - gone.length;
    if (gone.length === 0 && kept > 0) return doneUnrecorded({ count: 0, kept }, "nothing was taken out");
    await tx.update(imports).set({ undoneAt: now }).where(eq(imports.id, found.id));
    await deleteRows(
      tx,
      gone.map(({ id }) => id),
    );
    const taken = await takeBackCollections(tx, found, made, userId);
    if (!organizationId) await takeBackFolders(tx, found, userId);
    await advanceOwner(tx, found.organizationId, userId);
    const details = { count: gone.length, kept };
    return done(details, { type: "import.undone", ...ownerOf(found, userId), details }, ...taken);
  },
});
