import "server-only";
import type { AuditEvent } from "@/lib/domain/events";
import { type ClientWork, isAsBefore } from "@/lib/domain/provider/client-jobs";
import { changeSeats } from "@/lib/operations/client-job/internal/change-seats";
import type { DoneTo, Work, Worked } from "@/lib/operations/client-job/internal/done-to";
import { leaveToBrowser } from "@/lib/operations/client-job/internal/leave-to-browser";
import { tagClients } from "@/lib/operations/client-job/internal/tag-clients";

/** Does a job's work to clients, and says what became of each. What needs keys is left to the browser. */
export async function doWork(
  given: Work<ClientWork["kind"]>,
): Promise<{ rows: (DoneTo & { doneAt: Date | null })[]; events: AuditEvent[] }> {
  const { work, now } = given;
  if (work.kind === "blueprint") {
    const { rows, events } = await leaveToBrowser({ ...given, work });
    return { rows: rows.map((row) => ({ ...row, doneAt: null })), events };
  }
  const { rows, events } = await (work.kind === "seats"
    ? changeSeats({ ...given, work })
    : tagClients({ ...given, work }));
  return {
    rows: rows.map((row) => ({ ...row, doneAt: row.refusal ? null : now })),
    events: [...events, jobDone(given, rows)],
  };
}

function jobDone({ providerId, work }: Work<ClientWork["kind"]>, rows: Worked["rows"]): AuditEvent {
  const refused = rows.filter(({ refusal }) => refusal !== null).length;
  const changed = rows.filter(({ refusal, result }) => refusal === null && !isAsBefore(result)).length;
  return {
    type: "provider.client_job_done",
    providerId,
    details: { job: work.kind, count: changed, refused },
  };
}
