import "server-only";
import { and, asc, inArray, isNotNull, lte, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { users } from "@/db/schema/users";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, UserId } from "@/lib/domain/ids";
import { deleteRows } from "@/lib/operations/item/internal/delete-rows";
import { advanceAccounts, advanceOrganizations } from "@/lib/operations/revision/internal/advance";

/**
 * Deletes items whose time in the trash is over, those that came first before others, with an event for each. Items that
 * somebody else has locked, and those of an account that is busy, are left for the next time.
 */
export async function takeFromTrash(tx: Tx, before: Date, limit: number) {
  const isOver = lte(ciphers.deletedAt, before);
  const due = tx
    .select({ userId: ciphers.userId })
    .from(ciphers)
    .where(isOver)
    .orderBy(asc(ciphers.deletedAt))
    .limit(limit)
    .as("due");
  // Accounts come before items in the order of locks, as where their owners delete them.
  const free = await tx
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.id, tx.select({ id: due.userId }).from(due).where(isNotNull(due.userId))))
    .orderBy(asc(users.id))
    .for("no key update", { skipLocked: true });
  const items = await tx
    .select({ itemId: ciphers.id, organizationId: ciphers.organizationId, userId: ciphers.userId })
    .from(ciphers)
    .where(
      and(
        isOver,
        or(
          isNotNull(ciphers.organizationId),
          inArray(
            ciphers.userId,
            free.map(({ id }) => id),
          ),
        ),
      ),
    )
    .orderBy(asc(ciphers.deletedAt))
    .limit(limit)
    .for("update", { skipLocked: true });

  await deleteRows(
    tx,
    items.map(({ itemId }) => itemId),
  );
  await advanceAccounts(tx, distinct(items.map(({ userId }) => userId)));
  await advanceOrganizations(tx, distinct(items.map(({ organizationId }) => organizationId)));
  const events = items.flatMap(({ itemId, organizationId, userId }): AuditEvent[] => {
    if (organizationId) return [{ type: "cipher.deleted", itemId, organizationId }];
    return userId ? [{ type: "cipher.deleted", itemId, userId }] : [];
  });
  return { count: items.length, events };
}

const distinct = <Id extends OrganizationId | UserId>(ids: readonly (Id | null)[]): Id[] => [
  ...new Set(ids.filter((id) => id !== null)),
];
