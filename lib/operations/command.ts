import "server-only";
import type { z } from "zod";
import type { Database, Tx } from "@/db/client";
import { isOvertaken } from "@/db/overtaken";
import type { Actor } from "@/lib/domain/actor";
import type { Decision } from "@/lib/domain/decision";
import type { Refusal } from "@/lib/domain/refusal";
import { type Access, type Hold, targetOf } from "@/lib/operations/access";
import { isExpected, NotFound, Refused } from "@/lib/operations/errors";
import { holdSession } from "@/lib/operations/hold-session";
import { count, giveBack, type Quota, type Throttle } from "@/lib/operations/limits";
import { expectHeld, type Lock, lockNamed, type Named, NamedLate } from "@/lib/operations/locks";
import { observed } from "@/lib/operations/observed";
import type { Outcome } from "@/lib/operations/outcome";
import { record } from "@/lib/operations/record";
import type { AccessFor } from "@/lib/operations/targets";

type Step<Input> = { input: Input; actor: Actor; now: Date };
/** What a command is given to act with. */
export type Run<Input, Standing, Prepared> = Step<Input> & {
  tx: Tx;
  standing: Standing;
  prepared: Prepared;
  /** Names locks that the act turns out to rest on. If one is not held, the act begins anew and takes it first. */
  mustHold: MustHold;
};

export type MustHold = (...locks: Lock[]) => void;

/**
 * Something that changes something: who may, what it takes, what it does, what the log says. The parts stand in
 * the order in which the kernel asks for them.
 */
export type Command<Schema extends z.ZodType, Standing, Result, Prepared = void> = {
  kind: "command";
  name: string;
  input: Schema;
  access: Access<z.output<Schema>, Standing>;
  /** How often one may ask. Counted before anything else, whatever comes of it. */
  throttle?: (step: Step<z.output<Schema>>) => Throttle[];
  /**
   * How many wrong guesses are taken, and which refusal is one. Each attempt is counted before it is tried, so that
   * many at once are no more than one after the other, and given back unless it was wrong.
   */
  guesses?: {
    wrong: Refusal;
    limits: (step: Step<z.output<Schema>> & { db: Database | Tx }) => Quota[] | Promise<Quota[]>;
  };
  /** Slow work that needs no transaction, such as hashing. What it has read is to be looked at again in `run`. */
  prepare?: (step: Step<z.output<Schema>> & { db: Database | Tx }) => Promise<Prepared>;
  /**
   * What it changes or counts as a whole. Asked again once all of it is held: an act that needs more by then begins
   * anew.
   */
  locks?: (step: Step<z.output<Schema>> & { tx: Tx }) => Lock[] | Promise<Lock[]>;
  /** How often it may be done about the subjects of its input. Counted once the rule has allowed it, and kept. */
  quota?: (step: Step<z.output<Schema>> & { tx: Tx }) => Quota[] | Promise<Quota[]>;
  run: (context: Run<z.output<Schema>, Standing, Prepared>) => Promise<Outcome<Result>>;
};

/** A command as it is written: its access has to fit what its input names. */
export type Definition<Schema extends z.ZodType, Standing, Result, Prepared> = Omit<
  Command<Schema, Standing, Result, Prepared>,
  "kind" | "access"
> & { access: AccessFor<z.output<Schema>, Standing> };

export function defineCommand<Schema extends z.ZodType, Standing, Result, Prepared = void>(
  command: Definition<Schema, Standing, Result, Prepared>,
): Command<Schema, Standing, Result, Prepared> {
  return { kind: "command", ...command };
}

/** Throws the error that a "no" stands for. */
export function assertAllowed(decision: Decision) {
  if (decision.allowed) return;
  if (decision.refusal === "not_found") throw new NotFound();
  throw new Refused(decision.refusal, decision.values);
}

/** How often an act is tried that others have overtaken, or whose locks they have changed. */
const attempts = 4;

/** And one whose locks had more to hold each time they were named. */
const attemptsToName = 40;

/**
 * Runs a command: throttle → prepare → [ locks, session, standing, judge, quota, act, record ], where the brackets
 * are one transaction. Whatever authority the standing rests on is held until the commit. An act that the database
 * broke off because of another (a deadlock, a row that came or went), or that needs a lock which it could not name at
 * first, is judged again from the beginning.
 *
 * @throws {z.ZodError} when `raw` is not the command's input.
 * @throws {NotFound | Refused | InvalidFields} when it is and the answer is no.
 */
export function execute<Schema extends z.ZodType, Standing, Result, Prepared>(
  db: Database | Tx,
  command: Command<Schema, Standing, Result, Prepared>,
  actor: Actor,
  raw: z.input<Schema>,
): Promise<Result> {
  return observed(command.name, actor, async () => {
    const now = new Date();
    const input = command.input.parse(raw);
    const step = { input, actor, now };
    await refuse(command.throttle && count(db, command.throttle(step), now));
    const guesses = (await command.guesses?.limits({ ...step, db })) ?? [];
    await refuse(count(db, guesses, now));
    let isWrong = false;
    try {
      // Without `prepare`, what it prepares is nothing.
      const prepared = (await command.prepare?.({ ...step, db })) as Prepared;
      const named: Named = new Map();
      const act = () => db.transaction((tx) => perform(tx, command, { ...step, prepared }, named));
      return settle(await untilSettled(act));
    } catch (error) {
      isWrong = error instanceof Refused && error.refusal === command.guesses?.wrong;
      throw error;
    } finally {
      if (!isWrong) await giveBack(db, guesses);
    }
  });
}

/** Runs several commands as one act: one transaction and one moment for all, and all of them or none. */
export function together<Result>(
  db: Database | Tx,
  actor: Actor,
  act: (run: RunTogether) => Promise<Result>,
): Promise<Result> {
  const now = new Date();
  const named: Named = new Map();
  return untilSettled(() =>
    db.transaction((tx) =>
      act((command, raw) =>
        observed(command.name, actor, async () => {
          const input = command.input.parse(raw);
          // Without `prepare`, what it prepares is nothing.
          const prepared = (await command.prepare?.({ input, actor, now, db: tx })) as never;
          return settle(await perform(tx, command, { input, actor, now, prepared }, named));
        }),
      ),
    ),
  );
}

type RunTogether = <Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
  raw: z.input<Schema>,
) => Promise<Result>;

/** What a transaction that has committed ends with: a result, or a "no" whose counted attempt stays. */
type Settled<Result> = { result: Result } | { no: Error };

function settle<Result>(settled: Settled<Result>): Result {
  if ("no" in settled) throw settled.no;
  return settled.result;
}

async function refuse(refusal: Promise<Refused | null> | undefined) {
  const no = await refusal;
  if (no) throw no;
}

type Prepared<Input, Value> = Step<Input> & { prepared: Value };

async function perform<Schema extends z.ZodType, Standing, Result, Value>(
  tx: Tx,
  command: Command<Schema, Standing, Result, Value>,
  { input, actor, now, prepared }: Prepared<z.output<Schema>, Value>,
  named: Named,
): Promise<Settled<Result>> {
  const { access, locks, quota } = command;
  // Before the session: whoever ends an account's sessions has its lock, and then locks each of them.
  if (locks) await lockNamed(tx, named, () => locks({ input, actor, now, tx }));
  await holdSession(tx, actor, now);
  const standing = await access.standing({ tx, actor, hold, purpose: "act", now }, targetOf(access, input));
  assertAllowed(access.rule(standing));

  const act = async (within: Tx): Promise<Settled<Result>> => {
    const mustHold = (...late: Lock[]) => expectHeld(named, late);
    const outcome = await command.run({ tx: within, actor, input, standing, prepared, now, mustHold });
    await record(within, actor, outcome.events, access.stamp?.(standing) ?? {}, now);
    return { result: outcome.result };
  };
  const quotas = (await quota?.({ input, actor, now, tx })) ?? [];
  if (quotas.length === 0) return act(tx);

  const over = await count(tx, quotas, now);
  if (over) return { no: over };
  try {
    return await tx.transaction(act);
  } catch (error) {
    if (isExpected(error)) return { no: error };
    throw error;
  }
}

// Drizzle's select is the same object afterwards, with the clause.
const hold: Hold = (select) => select.for("key share") as typeof select;

async function untilSettled<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      // Each such try holds more than the one before, so it comes nearer to its end.
      if (error instanceof NamedLate) {
        if (tried === attemptsToName) throw new Refused("busy");
        continue;
      }
      if (tried >= attempts || !isOvertaken(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tried));
    }
  }
}
