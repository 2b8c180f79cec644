import "server-only";
import type { z } from "zod";
import type { Database, Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { type Access, type Hold, targetOf } from "@/lib/operations/access";
import { assertAllowed } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { count, type Throttle } from "@/lib/operations/limits";
import { observed } from "@/lib/operations/observed";
import { isReading, type Reading } from "@/lib/operations/reading";
import type { AccessFor } from "@/lib/operations/targets";

type Step<Input> = { input: Input; actor: Actor; now: Date };

/**
 * A query reads something. Its parts say who may run it, what it takes and what it answers. Its transaction
 * cannot write.
 */
export type Query<Schema extends z.ZodType, Standing, Result> = {
  kind: "query";
  name: string;
  input: Schema;
  access: Access<z.output<Schema>, Standing>;
  /** How often one asker may ask, for questions such as whether an account exists. */
  throttle?: (step: Step<z.output<Schema>>) => Throttle[];
  /**
   * Whether somebody may ask it who has logged in with a temporary master password. All others are refused until a new
   * one is chosen.
   */
  worksWithTemporaryPassword?: true;
  read: (context: Step<z.output<Schema>> & { tx: Tx; standing: Standing }) => Promise<Result>;
};

type Definition<Schema extends z.ZodType, Standing, Result> = Omit<
  Query<Schema, Standing, Result>,
  "kind" | "access"
> & { access: AccessFor<z.output<Schema>, Standing> };

export function defineQuery<Schema extends z.ZodType, Standing, Result>(
  query: Definition<Schema, Standing, Result>,
): Query<Schema, Standing, Result> {
  return { kind: "query", ...query };
}

/**
 * Runs a query in a read-only transaction: throttle, judge, read. Queries of one reading share its transaction, the
 * standings that were read in it, and the answer to the same question.
 *
 * @throws {z.ZodError} when `raw` is not the query's input.
 * @throws {NotFound | Refused} when it is and the answer is no: `password_must_change` as for commands.
 */
export function ask<Schema extends z.ZodType, Standing, Result>(
  from: Database | Tx | Reading,
  query: Query<Schema, Standing, Result>,
  actor: Actor,
  raw: z.input<Schema>,
): Promise<Result> {
  return observed(query.name, actor, async () => {
    const step = { input: query.input.parse(raw), actor, now: new Date() };
    // The look at the session, which made the actor, has found it: no statement is needed here.
    if (actor.hasTemporaryPassword && !query.worksWithTemporaryPassword)
      throw new Refused("password_must_change");
    const throttles = query.throttle?.(step) ?? [];
    const counting = (db: Database | Tx) => count(db, throttles, step.now);
    // The count is written outside of the reading's transaction, which cannot write. There may be one
    // connection only, so the reading's transaction ends for it. A query without a throttle does not end it.
    const refusal = throttles.length > 0 && (await (isReading(from) ? from.aside(counting) : counting(from)));
    if (refusal) throw refusal;
    if (isReading(from)) {
      const asked = [actor.principal, actor.sessionId, step.input];
      return from.read((tx) =>
        from.remember(query.read, asked, () => answer(tx, query, step, from.remember)),
      );
    }
    return from.transaction((tx) => answer(tx, query, step, justFind), { accessMode: "read only" });
  });
}

async function answer<Schema extends z.ZodType, Standing, Result>(
  tx: Tx,
  query: Query<Schema, Standing, Result>,
  step: Step<z.output<Schema>>,
  remember: Reading["remember"],
): Promise<Result> {
  const { actor, now } = step;
  const target = targetOf(query.access, step.input);
  const dependsOn = [actor.principal, actor.sessionId, target];
  const standing = await remember(query.access.standing, dependsOn, () =>
    query.access.standing({ tx, actor, hold: justRead, purpose: "read", now }, target),
  );
  assertAllowed(query.access.rule(standing));
  return query.read({ ...step, tx, standing });
}

const justRead: Hold = (select) => select;
const justFind: Reading["remember"] = (_what, _key, find) => find();
