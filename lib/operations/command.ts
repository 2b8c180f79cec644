import "server-only";
import type { z } from "zod";
import type { Database, Tx } from "@/db/client";
import { isOvertaken } from "@/db/overtaken";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import type { Decision } from "@/lib/domain/decision";
import type { Refusal } from "@/lib/domain/refusal";
import { type Access, type Hold, targetOf } from "@/lib/operations/access";
import { isExpected, NotFound, Refused } from "@/lib/operations/errors";
import { holdSession } from "@/lib/operations/hold-session";
import { count, giveBack, type Quota, type Throttle } from "@/lib/operations/limits";
import type { Lock } from "@/lib/operations/locks";
import { expectHeld, lockNamed, type Named, NamedLate } from "@/lib/operations/named-locks";
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
 * A command changes something. Its parts say who may run it, what it takes, what it does and what the log says.
 * They are listed in the order in which the kernel uses them.
 */
export type Command<Schema extends z.ZodType, Standing, Result, Prepared = void> = {
  kind: "command";
  name: string;
  input: Schema;
  access: Access<z.output<Schema>, Standing>;
  /**
   * How often one asker may run it. Each attempt is counted, before anything else is done, also if it is
   * refused later.
   */
  throttle?: (step: Step<z.output<Schema>>) => Throttle[];
  /**
   * How many wrong guesses are allowed, and which refusal means a wrong guess. An attempt is counted before it
   * is tried, and the count is taken back unless the guess was wrong. So many attempts at the same moment are
   * limited as attempts one after the other are.
   */
  guesses?: {
    wrong: Refusal;
    limits: (step: Step<z.output<Schema>> & { db: Database | Tx }) => Quota[] | Promise<Quota[]>;
  };
  /** Slow work that needs no transaction, such as hashing. `run` has to check again what this has read. */
  prepare?: (step: Step<z.output<Schema>> & { db: Database | Tx }) => Promise<Prepared>;
  /**
   * The locks of what the command changes or counts as a whole. This is called a second time when all of them
   * are held. If it then names a lock that is not held, the command begins anew.
   */
  locks?: (step: Step<z.output<Schema>> & { tx: Tx }) => Lock[] | Promise<Lock[]>;
  /**
   * How often it may be done about the subjects of its input, such as letters to one address. It is counted
   * when the rule has allowed the act.
   */
  quota?: (step: Step<z.output<Schema>> & { tx: Tx }) => Quota[] | Promise<Quota[]>;
  /**
   * Whether somebody may run it who has logged in with a temporary master password. All others are refused until a new
   * one is chosen.
   */
  worksWithTemporaryPassword?: true;
  run: (context: Run<z.output<Schema>, Standing, Prepared>) => Promise<Outcome<Result>>;
};

/** Makes a command. Its access has to fit the ids in its input, or it does not compile. */
export type Definition<Schema extends z.ZodType, Standing, Result, Prepared> = Omit<
  Command<Schema, Standing, Result, Prepared>,
  "kind" | "access"
> & { access: AccessFor<z.output<Schema>, Standing> };

export function defineCommand<Schema extends z.ZodType, Standing, Result, Prepared = void>(
  command: Definition<Schema, Standing, Result, Prepared>,
): Command<Schema, Standing, Result, Prepared> {
  return { kind: "command", ...command };
}

/** Throws `Refused` or `NotFound` if the decision is a "no". */
export function assertAllowed(decision: Decision) {
  if (decision.allowed) return;
  if (decision.refusal === "not_found") throw new NotFound();
  throw new Refused(decision.refusal, decision.values);
}

/** How often a command is tried that another one broke off, or whose locks another one has changed. */
const attempts = 4;

/** How often a command is tried that names a further lock each time. */
const attemptsToName = 40;

/**
 * Runs a command: throttle → prepare → [ locks, session, standing, judge, quota, act, record ]. The brackets
 * are one transaction. The rows that give the actor their rights are held until the commit. The command begins
 * anew when the database broke it off because of another one (a deadlock, a row that came or went), and when it
 * needs a lock that it could not name at first.
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
      const clock = () => new Date();
      const act = () => db.transaction((tx) => perform(tx, command, { ...step, prepared, clock }, named));
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
          return settle(await perform(tx, command, { input, actor, now, prepared, clock: () => now }, named));
        }),
      ),
    ),
  );
}

type RunTogether = <Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
  raw: z.input<Schema>,
) => Promise<Result>;

/** How a transaction ends that has committed: with a result, or with a "no" after an attempt that stays counted. */
type Settled<Result> = { result: Result } | { no: Error };

function settle<Result>(settled: Settled<Result>): Result {
  if ("no" in settled) throw settled.no;
  return settled.result;
}

async function refuse(refusal: Promise<Refused | null> | undefined) {
  const no = await refusal;
  if (no) throw no;
}

type Prepared<Input, Value> = Step<Input> & {
  prepared: Value;
  /** When the locks are held: what others have done until then came before the command. */
  clock: () => Date;
};

async function perform<Schema extends z.ZodType, Standing, Result, Value>(
  tx: Tx,
  command: Command<Schema, Standing, Result, Value>,
  { input, actor, now: begun, prepared, clock }: Prepared<z.output<Schema>, Value>,
  named: Named,
): Promise<Settled<Result>> {
  const { access, locks, quota } = command;
  // Locks come before the session, because a command that ends sessions takes the account's lock first and then
  // locks each session.
  const target = targetOf(access, input);
  const userId = userIdOf(actor);
  if (locks)
    await lockNamed(
      tx,
      named,
      () => locks({ input, actor, now: begun, tx }),
      userId ? { userId, target } : undefined,
    );
  const now = clock();
  await holdSession(tx, actor, now, command);
  const standing = await access.standing({ tx, actor, hold, purpose: "act", now }, target);
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
      // Each of these tries holds more locks than the one before, so there is a last one.
      if (error instanceof NamedLate) {
        if (tried === attemptsToName) throw new Refused("busy");
        continue;
      }
      if (tried >= attempts || !isOvertaken(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tried));
    }
  }
}
