import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import type { AttachmentId, ImportId, ItemId, OrganizationId, UserId } from "@/lib/domain/ids";
import { NotFound } from "@/lib/operations/errors";
import { lockImport } from "@/lib/operations/import/internal/the-import";

type Wanted = { itemId: ItemId; importId: ImportId; number: number };
type Item = { organizationId: OrganizationId | null; importId: ImportId | null };

/**
 * Makes room for a file that comes with an import as its item did. The item is locked.
 *
 * @returns the file itself, where it has come before. One that is under way is given up: under its id, parts that were
 * sealed in two ways would be mixed.
 * @throws {NotFound} when the item came with another import, or with somebody else's.
 * @throws {Refused} `import_over`
 */
export async function readyImported(
  tx: Tx,
  { itemId, importId, number }: Wanted,
  item: Item,
  userId: UserId,
  now: Date,
): Promise<AttachmentId | null> {
  if (item.importId !== importId) throw new NotFound();
  const found = await lockImport(tx, { importId, organizationId: item.organizationId }, userId, now);
  if (!found) throw new NotFound();
  const [before] = await tx
    .select({ id: attachments.id, finishedAt: attachments.finishedAt })
    .from(attachments)
    .where(
      and(
        eq(attachments.itemId, itemId),
        eq(attachments.importId, importId),
        eq(attachments.importNumber, number),
      ),
    );
  if (before?.finishedAt) return before.id;
  if (before) await tx.delete(attachments).where(eq(attachments.id, before.id));
  return null;
}
