import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { clientJobRows } from "@/db/schema/client-jobs";
import type { doWork } from "@/lib/operations/client-job/internal/do-work";

type Became = Awaited<ReturnType<typeof doWork>>["rows"];

/** What became of each client, as rows of a statement: `became.id`, `became.done_at`, `became.refusal`, `became.result`. */
export const becameRows = (rows: Became): SQL =>
  sql`(values ${sql.join(
    rows.map(
      ({ organizationId, doneAt, refusal, result }) =>
        sql`(${organizationId}::uuid, ${sql.param(doneAt, clientJobRows.doneAt)}::timestamptz, ${refusal}::text, ${sql.param(result, clientJobRows.result)}::jsonb)`,
    ),
    sql`, `,
  )}) as became (id, done_at, refusal, result)`;
