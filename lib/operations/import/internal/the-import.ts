import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { imports } from "@/db/schema/imports";
import type { ImportId, OrganizationId, UserId } from "@/lib/domain/ids";
import { mayTouchImport } from "@/lib/domain/import/limits";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";

type ImportRow = typeof imports.$inferSelect;
type Asked = { importId: ImportId; organizationId: OrganizationId | null };

/** Whose an import is: what its events are about. */
export const ownerOf = ({ organizationId }: Pick<Asked, "organizationId">, userId: UserId) =>
  organizationId ? { organizationId } : { userId };

/**
 * An import that this person has begun in this organization, or in their own vault, locked until the commit; null if
 * there is none yet.
 *
 * @throws {NotFound} when it is of another place, or somebody else's.
 * @throws {Refused} `import_over` when it was undone, or began too long ago.
 */
export async function lockImport(tx: Tx, asked: Asked, userId: UserId, now: Date) {
  const [found] = await tx.select().from(imports).where(eq(imports.id, asked.importId)).for("no key update");
  if (found) expectTouchable(found, asked, userId, now);
  return found ?? null;
}

/**
 * @throws {NotFound} when it is of another place, or somebody else's.
 * @throws {Refused} `import_over` when it was undone, or began too long ago.
 */
export function expectTouchable(
  found: ImportRow,
  { organizationId }: Asked,
  userId: UserId,
  now: Date,
): void {
  const isHere = organizationId ? found.organizationId === organizationId : found.userId === userId;
  if (!isHere) throw new NotFound();
  assertAllowed(mayTouchImport(found, userId, now));
}

/**
 * Begins an import.
 *
 * @throws {Refused} `import_over` when its place has items of it: it is an older one, whose row is gone, and as one that
 * begins now it would be undone with all that came then.
 */
export async function beginImport(tx: Tx, { importId, organizationId }: Asked, userId: UserId, now: Date) {
  const [begun] = await tx
    .insert(imports)
    .values({ id: importId, ...ownerOf({ organizationId }, userId), begunBy: userId, begunAt: now })
    .returning();
  if (!begun) throw new Error("what is inserted comes back");
  if ((await tx.$count(ciphers, ofImport(begun))) > 0) throw new Refused("import_over");
  return begun;
}

/**
 * The items of an import that its place still has. The id alone says nothing: a browser makes it, so whoever knows
 * another one can begin an import that is called so.
 */
export const ofImport = ({
  id,
  organizationId,
  userId,
}: Pick<ImportRow | typeof imports, "id" | "organizationId" | "userId">): SQL =>
  sql`(${ciphers.importId} = ${id} and ${ciphers.organizationId} is not distinct from ${organizationId}
    and ${ciphers.userId} is not distinct from ${userId})`;

/** Nobody has changed an item since it came with its import: it has the version that it came with. */
export const isAsImported: SQL = sql`${ciphers.revisedAt} = coalesce(${ciphers.asImportedAt}, ${ciphers.createdAt})`;
