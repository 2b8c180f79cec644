import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import type { ItemId } from "@/lib/domain/ids";
import { deleteRows } from "@/lib/operations/item/internal/delete-rows";
import { isLost } from "@/lib/operations/rotation/internal/staged-rows";
import { switchAtOnce } from "@/lib/operations/rotation/internal/switch-at-once";

// Statements of the switch, about an item as `it` and what was staged of it as `staged`.

/** Deletes the items of an owner that are left behind and were in the trash before. */
export async function deleteLost(tx: Tx, staged: SQL, isOwners: SQL): Promise<void> {
  const gone = await switchAtOnce<{ id: ItemId }>(
    tx,
    sql`select it.id from ${ciphers} as it, ${staged} and it.id = staged.row_id::uuid and ${isOwners}
      and ${isLost} and it.deleted_at is not null order by it.id for update of it`,
  );
  await deleteRows(
    tx,
    gone.map(({ id }) => id),
  );
}

/**
 * Sets the item as it is sealed anew. One that is left behind keeps what is sealed, and goes into the trash. One that is
 * as it was imported is so afterwards: it can be taken out with its import.
 */
export const itemAnew = ({ revisedAt, now }: { revisedAt: SQL; now: SQL }): SQL => sql`
  key = coalesce(staged.sealed ->> 'key', it.key),
  name = coalesce(staged.sealed ->> 'name', it.name),
  notes = case when ${isLost} then it.notes else staged.sealed ->> 'notes' end,
  fields = coalesce(staged.sealed -> 'fields', it.fields),
  password_history = coalesce(staged.sealed -> 'passwordHistory', it.password_history),
  data = coalesce(staged.sealed -> 'data', it.data),
  deleted_at = case when ${isLost} then ${now} else it.deleted_at end,
  as_imported_at = case when it.import_id is not null and it.revised_at = coalesce(it.as_imported_at, it.created_at)
    then ${revisedAt} end,
  revised_at = ${revisedAt}`;
