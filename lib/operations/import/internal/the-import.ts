import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { imports } from "@/db/schema/imports";
import type { ImportId, OrganizationId, UserId } from "@/lib/domain/ids";
import { mayTouchImport } from "@/lib/domain/import/limits";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";

type Asked = { importId: ImportId; organizationId: OrganizationId | null };

/**
 * An import of this organization, or of this person's own vault, locked until the commit; null if there is none yet.
 *
 * @throws {NotFound} when it is of another place, of which nothing is said.
 * @throws {Refused} `import_over` when it was undone, or began too long ago.
 */
export async function lockImport(tx: Tx, { importId, organizationId }: Asked, userId: UserId, now: Date) {
  const [found] = await tx.select().from(imports).where(eq(imports.id, importId)).for("no key update");
  if (!found) return null;
  const isHere = organizationId ? found.organizationId === organizationId : found.userId === userId;
  if (!isHere) throw new NotFound();
  assertAllowed(mayTouchImport(found, now));
  return found;
}

/** Whose an import is: what its events are about. */
export const ownerOf = ({ organizationId }: Pick<Asked, "organizationId">, userId: UserId) =>
  organizationId ? { organizationId } : { userId };
