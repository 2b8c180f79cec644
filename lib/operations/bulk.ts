import "server-only";
import type { z } from "zod";
import type { Decision } from "@/lib/domain/decision";
import type { AuditEvent } from "@/lib/domain/events";
import type { Refusal } from "@/lib/domain/refusal";
import { type Command, type Definition, defineCommand, type Run } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { doneEach } from "@/lib/operations/outcome";

/** What became of each: done, or why not. */
export type BulkRow<Id> = { id: Id; refusal: Refusal | null };

type Parts<Given, Row> = {
  /** What was selected. */
  ids: (given: Given) => readonly string[];
  /** Reads the rows of these ids that belong to the tenant, locked in one order. */
  lock: (given: Given) => Promise<Row[]>;
  /** Whether the act may be done to this row, as it is now. */
  judge: (row: Row, given: Given) => Decision;
  /** Does it to all rows that may, in statements whose number does not depend on theirs. */
  act: (given: Given, rows: Row[]) => Promise<void>;
  event: (row: Row, given: Given) => AuditEvent;
};

type Frame<Schema extends z.ZodType, Standing> = Omit<Definition<Schema, Standing, never, void>, "run">;

/**
 * A command over what somebody has selected. An id that is none of the tenant's refuses the whole; a row that the
 * act does not fit any more is told, and the others are done.
 */
export function defineBulk<Schema extends z.ZodType, Standing, Row extends { id: string }>({
  ids: idsOf,
  lock,
  judge,
  act,
  event,
  ...frame
}: Frame<Schema, Standing> & Parts<Run<z.output<Schema>, Standing, void>, Row>): Command<
  Schema,
  Standing,
  { rows: BulkRow<Row["id"]>[] }
> {
  return defineCommand<Schema, Standing, { rows: BulkRow<Row["id"]>[] }>({
    ...frame,
    async run(given) {
      const rows = await lock(given);
      if (rows.length !== new Set(idsOf(given)).size) throw new NotFound();
      const judged = rows.map((row) => ({ row, decision: judge(row, given) }));
      const fitting = judged.flatMap(({ row, decision }) => (decision.allowed ? row : []));
      if (fitting.length > 0) await act(given, fitting);
      const outcomes = judged.map(({ row: { id }, decision }) => ({
        id,
        refusal: decision.allowed ? null : decision.refusal,
      }));
      return doneEach({ rows: outcomes }, fitting, (row) => event(row, given));
    },
  });
}
