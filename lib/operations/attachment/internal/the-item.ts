import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attachments } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import type { Actor } from "@/lib/domain/actor";
import type { AuditEvent } from "@/lib/domain/events";
import type { AttachmentId, ImportId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { personOf } from "@/lib/operations/account/access";
import { itemIdOf } from "@/lib/operations/attachment/access";
import { NotFound } from "@/lib/operations/errors";
import { isAsImported } from "@/lib/operations/import/internal/the-import";
import { ownerOfItems } from "@/lib/operations/item/internal/lock-owner";
import { type Lock, organization } from "@/lib/operations/locks";
import { advanceOwner } from "@/lib/operations/revision/internal/advance";

type Target = { attachmentId: AttachmentId };

/**
 * Locks an item that files come to or go from.
 *
 * @throws {NotFound} when it is in the trash: what is there stays as it was.
 */
export async function lockItem(tx: Tx, itemId: ItemId) {
  const [item] = await tx
    .select({
      key: ciphers.key,
      organizationId: ciphers.organizationId,
      userId: ciphers.userId,
      importId: ciphers.importId,
      deletedAt: ciphers.deletedAt,
    })
    .from(ciphers)
    .where(eq(ciphers.id, itemId))
    .for("no key update");
  if (!item || item.deletedAt) throw new NotFound();
  return item;
}

/** Locks a file, and the item that it belongs to before. */
export async function lockAttachment(tx: Tx, attachmentId: AttachmentId) {
  const itemId = await itemIdOf(tx, attachmentId);
  if (!itemId) throw new NotFound();
  await lockItem(tx, itemId);
  const [found] = await tx.select().from(attachments).where(eq(attachments.id, attachmentId)).for("update");
  if (!found) throw new NotFound();
  return found;
}

/** The lock of the owner of the item that a file belongs to. */
export async function ownerOfAttachment(tx: Tx, actor: Actor, { attachmentId }: Target): Promise<Lock[]> {
  const itemId = await itemIdOf(tx, attachmentId);
  return itemId ? ownerOfItems(tx, actor, [itemId]) : [];
}

type Changed = { itemId: ItemId; organizationId: OrganizationId | null };

/**
 * The item has another version, by which a rotation notices it, and the log says what became of its file.
 *
 * @param importId of a file that came with an import: the item stays as it was imported, if it was so until then.
 */
export async function filesChanged(
  tx: Tx,
  actor: Actor,
  { itemId, organizationId }: Changed,
  type: "cipher.attachment_created" | "cipher.attachment_deleted",
  importId: ImportId | null = null,
): Promise<AuditEvent> {
  const userId = personOf(actor);
  const revisedAt = await advanceOwner(tx, organizationId, userId);
  const asImportedAt = importId
    ? sql`case when ${isAsImported} then ${revisedAt.toISOString()}::timestamptz end`
    : null;
  await tx.update(ciphers).set({ revisedAt, asImportedAt }).where(eq(ciphers.id, itemId));
  return { type, itemId, ...(organizationId ? { organizationId } : { userId }) };
}

/** The lock of the organization that an item belongs to: what all its files take is counted under it. */
export async function organizationOfItem(tx: Tx, itemId: ItemId): Promise<Lock[]> {
  const rows = await tx
    .select({ id: ciphers.organizationId })
    .from(ciphers)
    .where(and(eq(ciphers.id, itemId), isNotNull(ciphers.organizationId)));
  return rows.flatMap(({ id }) => (id ? [organization(id)] : []));
}
