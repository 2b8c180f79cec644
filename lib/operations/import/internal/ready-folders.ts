import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { folders } from "@/db/schema/folders";
import { mayMakeFolder } from "@/lib/domain/folder/limits";
import type { UserId } from "@/lib/domain/ids";
import type { ImportItems } from "@/lib/domain/import/inputs";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { advanceAccount } from "@/lib/operations/revision/internal/advance";

/**
 * Makes the folders of one's own that are not there yet. The account is locked.
 *
 * @throws {NotFound} for the whole when an item is in a folder that is not the person's.
 */
export async function readyFolders(
  tx: Tx,
  { importId, folders: wanted, items }: Pick<z.output<typeof ImportItems>, "importId" | "folders" | "items">,
  userId: UserId,
): Promise<void> {
  const named = new Set([
    ...wanted.map(({ folderId }) => folderId),
    ...items.flatMap(({ folderId }) => folderId ?? []),
  ]);
  if (named.size === 0) return;
  const rows = await tx
    .select({ id: folders.id, userId: folders.userId })
    .from(folders)
    .where(inArray(folders.id, [...named]));
  const there = new Set(rows.map(({ id }) => id));
  const missing = wanted.filter(({ folderId }) => !there.has(folderId));
  if (rows.some((row) => row.userId !== userId) || there.size + missing.length !== named.size)
    throw new NotFound();
  if (missing.length === 0) return;
  const kept = await tx.$count(folders, eq(folders.userId, userId));
  assertAllowed(mayMakeFolder(kept, missing.length));
  const at = await advanceAccount(tx, userId);
  await tx.insert(folders).values(
    missing.map(({ folderId, name }) => ({
      id: folderId,
      userId,
      name,
      importId,
      createdAt: at,
      revisedAt: at,
    })),
  );
}
