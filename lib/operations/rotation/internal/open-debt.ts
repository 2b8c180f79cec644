import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";

/** What was made or changed after it, they never saw. */
export const readUntil = sql`coalesce(${rotationDebts.readUntil}, ${rotationDebts.removedAt})`;

/**
 * Whether something is left of a debt whose password nobody is known to have changed since. Of a whole debt an index
 * finds the first such item: a password is as old as its last change, or as the item.
 */
export const isOpenDebt: SQL<boolean> = sql<boolean>`(
  exists (select from ${rotationDebtItems} as owed join ${ciphers} as item on item.id = owed.cipher_id
    where owed.debt_id = ${rotationDebts.id} and item.deleted_at is null
      and (item.password_changed_at > ${readUntil}) is not true)
  or (${rotationDebts.isWhole} and exists (select from ${ciphers} as item
    where item.organization_id = ${rotationDebts.organizationId} and item.deleted_at is null
      and coalesce(item.password_changed_at, item.created_at) <= ${readUntil} and not ${isPersonal("item")})))`;
