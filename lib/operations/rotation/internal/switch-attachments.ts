import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { attachments } from "@/db/schema/attachments";
import { isLost } from "@/lib/operations/rotation/internal/staged-rows";

// Statements of the switch, about the files of items that were staged as `staged`.

/** Puts the keys and names of files in their place, as they were sealed anew with their item. */
export const attachmentsAnew = (staged: SQL): SQL => sql`update ${attachments} as file
  set key = anew ->> 'key', file_name = anew ->> 'fileName'
  from ${staged} cross join lateral jsonb_array_elements(coalesce(staged.sealed -> 'attachments', '[]')) as anew
  where file.id = (anew ->> 'id')::uuid and file.item_id = staged.row_id::uuid`;

/** Gives up what is being uploaded: its key is under the item's former one. */
export const uploadsGivenUp = (staged: SQL): SQL => sql`delete from ${attachments} as file using ${staged}
  where file.item_id = staged.row_id::uuid and file.finished_at is null and not ${isLost}`;
