import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { rotationDebtItems, rotationDebts } from "@/db/schema/rotation-debts";
import { isPersonal } from "@/lib/operations/collection/internal/own-collections";

/** What was made or changed after it, they never saw. */
export const readUntil = sql`coalesce(${rotationDebts.readUntil}, ${rotationDebts.removedAt})`;

const items = sql`from (
    select owed.cipher_id as id from ${rotationDebtItems} as owed where owed.debt_id = ${rotationDebts.id}
    union all select here.id from ${ciphers} as here where ${rotationDebts.isWhole}
      and here.organization_id = ${rotationDebts.organizationId} and here.created_at <= ${readUntil}
      and not ${isPersonal("here")}
  ) as owed join ${ciphers} as item on item.id = owed.id where item.deleted_at is null`;

const isChanged = sql`item.password_changed_at > ${readUntil}`;

/** Whether something is left of a debt whose password nobody is known to have changed since. */
export const isOpenDebt: SQL<boolean> = sql<boolean>`exists (select ${items} and ${isChanged} is not true)`;

/** Columns of a debt: how many items are left of what somebody could read, and how many have another password by now. */
export const debtCounts = {
  items: sql<number>`(select count(*)::int ${items})`,
  changed: sql<number>`(select count(*)::int ${items} and ${isChanged})`,
};
