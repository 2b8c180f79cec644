import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { isLost } from "@/lib/operations/rotation/internal/staged-rows";

// Statements of the switch, about an item as `it` and what was staged of it as `staged`.

/** Whether the item is left behind and was in the trash before. */
export const goesForGood: SQL = sql`(${isLost} and it.deleted_at is not null)`;

/** Sets the item as it is sealed anew. One that is left behind keeps what is sealed, and goes into the trash. */
export const itemAnew = (now: SQL): SQL => sql`
  key = coalesce(staged.sealed ->> 'key', it.key),
  name = coalesce(staged.sealed ->> 'name', it.name),
  notes = case when ${isLost} then it.notes else staged.sealed ->> 'notes' end,
  data = coalesce(staged.sealed -> 'data', it.data),
  deleted_at = case when ${isLost} then ${now} else it.deleted_at end`;
