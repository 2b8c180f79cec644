import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";

/** What was made or changed after it, they never saw. */
export const readUntil = sql`coalesce(${rotationDebts.readUntil}, ${rotationDebts.removedAt})`;

const items = sql`from (
    select owed.cipher_id as id from ${rotationDebtItems} as owed where owed.debt_id = ${rotationDebts.id}
    union all select here.id from ${ciphers} as here where ${rotationDebts.isWhole}
      and here.organization_id = ${rotationDebts.organizationId} and here.created_at <= ${readUntil}
      and not ${isPersonal("here")}
  ) as owed join ${ciphers} as item on item.id = owed.id where item.deleted_at is null`;

const isChanged = sql`item.password_changed_at > ${readUntil}`;

/**
 * Whether something is left of a debt whose password nobody is known to have changed since. Of a whole debt an index
 * finds the first such item: a password is as old as its last change, or as the item.
 */
export const isOpenDebt: SQL<boolean> = sql<boolean>`(
  exists (select from ${rotationDebtItems} as owed join ${ciphers} as item on item.id = owed.cipher_id
    where owed.debt_id = ${rotationDebts.id} and item.deleted_at is null and ${isChanged} is not true)
  or (${rotationDebts.isWhole} and exists (select from ${ciphers} as item
    where item.organization_id = ${rotationDebts.organizationId} and item.deleted_at is null
      and coalesce(item.password_changed_at, item.created_at) <= ${readUntil} and not ${isPersonal("item")})))`;

/** Columns of a debt: how many items are left of what somebody could read, and how many have another password by now. */
export const debtCounts = {
  items: sql<number>`(select count(*)::int ${items})`,
  changed: sql<number>`(select count(*)::int ${items} and ${isChanged})`,
};
