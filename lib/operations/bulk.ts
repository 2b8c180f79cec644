import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { type Decision, type No, refuse } from "@/lib/domain/decision";
import type { AuditEvent } from "@/lib/domain/events";
import type { Refusal } from "@/lib/domain/refusal";
import {
  assertAllowed,
  type Command,
  type Definition,
  defineCommand,
  type Run,
} from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { type Quota, withinLimits } from "@/lib/operations/limits";
import { doneEach } from "@/lib/operations/outcome";

/** What became of each: done, or why not. */
export type BulkRow<Id> = { id: Id; refusal: Refusal | null };

/** That the act fits a row, with what it needs of it; or why it does not. */
export type Judged<Fit> = { fits: Fit } | No;

/** The ordinary judgment: a rule, about a row that has all that the act needs. */
export const fitting = <Fit>(row: Fit, decision: Decision): Judged<Fit> =>
  decision.allowed ? { fits: row } : decision;

type Parts<Given, Row, Fit> = {
  /** What was selected. */
  ids: (given: Given) => readonly string[];
  /** Reads the rows of these ids that belong to the tenant, locked in one order. */
  lock: (given: Given) => Promise<Row[]>;
  /** Whether the act may be done to this row, as it will be once it was done to those `before` it. */
  judge: (row: Row, given: Given, before: readonly Row[]) => Judged<Fit>;
  /**
   * Does it to all that it fits, in statements whose number does not depend on theirs.
   *
   * @returns what the log says beside an event for each.
   */
  act: (given: Given, fits: Fit[]) => Promise<AuditEvent[]>;
  event: (fit: Fit, given: Given) => AuditEvent;
  /**
   * What each row that fits is counted against, and the refusal of one that is over its limit. The others are done,
   * and not counted for it.
   */
  quotaEach?: QuotaEach<Fit>;
};

export type QuotaEach<Fit> = { of: (fit: Fit) => Quota[]; over: Refusal };

type Frame<Schema extends z.ZodType, Standing> = Omit<Definition<Schema, Standing, never, void>, "run">;

/**
 * A command over what somebody has selected. An id that is none of the tenant's refuses the whole; a row that the
 * act does not fit any more is told, and the others are done. Where only one was selected, its "no" is that of the
 * whole act, as with a command about one thing.
 */
export function defineBulk<Schema extends z.ZodType, Standing, Row extends { id: string }, Fit>({
  ids: idsOf,
  lock,
  judge,
  act,
  event,
  quotaEach,
  ...frame
}: Frame<Schema, Standing> & Parts<Run<z.output<Schema>, Standing, void>, Row, Fit>): Command<
  Schema,
  Standing,
  { rows: BulkRow<Row["id"]>[] }
> {
  return defineCommand<Schema, Standing, { rows: BulkRow<Row["id"]>[] }>({
    ...frame,
    async run(given) {
      const selected = await lock(given);
      if (selected.length !== new Set(idsOf(given)).size) throw new NotFound();
      const before: Row[] = [];
      const judgments = selected.map((row) => {
        const judged = judge(row, given, before);
        if ("fits" in judged) before.push(row);
        return { id: row.id, judged };
      });
      const settled = await withQuota(judgments, quotaEach, given);
      const fits = settled.flatMap(({ judged }) => ("fits" in judged ? [judged.fits] : []));
      const rows = settled.map(({ id, judged }) => {
        if ("fits" in judged) return { id, refusal: null };
        if (selected.length === 1) assertAllowed(judged);
        return { id, refusal: judged.refusal };
      });
      const more = fits.length > 0 ? await act(given, fits) : [];
      return doneEach({ rows }, fits, (fit) => event(fit, given), ...more);
    },
  });
}

type Judgment<Id, Fit> = { id: Id; judged: Judged<Fit> };

/** The judgments, once those that fit are counted: whatever is over its limit does not fit after all. */
async function withQuota<Id, Fit>(
  judgments: Judgment<Id, Fit>[],
  quota: QuotaEach<Fit> | undefined,
  { tx, now }: { tx: Tx; now: Date },
): Promise<Judgment<Id, Fit>[]> {
  if (!quota) return judgments;
  const judgedToFit = judgments.flatMap(({ judged }) => ("fits" in judged ? [judged.fits] : []));
  const within = new Set(await withinLimits(tx, judgedToFit, quota.of, now));
  return judgments.map(({ id, judged }) =>
    "fits" in judged && !within.has(judged.fits) ? { id, judged: refuse(quota.over) } : { id, judged },
  );
}
