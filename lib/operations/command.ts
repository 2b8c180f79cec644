import "server-only";
import type { z } from "zod";
import type { Database, Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { Access } from "@/lib/operations/access";
import { NotFound, Refused } from "@/lib/operations/errors";
import { consumeLimits, type Limit } from "@/lib/operations/limits";
import type { Outcome } from "@/lib/operations/outcome";
import { record } from "@/lib/operations/record";

type Run<Input, Standing> = { tx: Tx; actor: Actor; input: Input; standing: Standing; now: Date };

/** Something that changes something: who may, what it takes, what it does, what the log says. */
export type Command<Schema extends z.ZodType, Standing, Result> = {
  kind: "command";
  name: string;
  input: Schema;
  access: Access<z.output<Schema>, Standing>;
  /** How often it may be tried, counted before it is tried and whether or not it succeeds. */
  limits?: (input: z.output<Schema>, actor: Actor) => Limit[];
  run: (context: Run<z.output<Schema>, Standing>) => Promise<Outcome<Result>>;
};

export function defineCommand<Schema extends z.ZodType, Standing, Result>(
  command: Omit<Command<Schema, Standing, Result>, "kind">,
): Command<Schema, Standing, Result> {
  return { kind: "command", ...command };
}

/** Throws the error that a "no" stands for. */
export function assertAllowed(decision: ReturnType<Access<unknown, unknown>["rule"]>) {
  if (decision.allowed) return;
  if (decision.refusal === "not_found") throw new NotFound();
  throw new Refused(decision.refusal, decision.values);
}

/**
 * Runs a command: parse, count the attempt, then judge, act and record in one transaction.
 *
 * @throws {z.ZodError} when `raw` is not the command's input.
 * @throws {NotFound | Refused | InvalidField} when it is and the answer is no.
 */
export async function execute<Schema extends z.ZodType, Standing, Result>(
  db: Database | Tx,
  command: Command<Schema, Standing, Result>,
  actor: Actor,
  raw: z.input<Schema>,
): Promise<Result> {
  const input = command.input.parse(raw);
  const now = new Date();
  if (command.limits) await consumeLimits(db, command.limits(input, actor), now);
  return db.transaction(async (tx) => {
    const standing = await command.access.standing(tx, actor, input);
    assertAllowed(command.access.rule(standing));

    const outcome = await command.run({ tx, actor, input, standing, now });
    await record(tx, actor, outcome.events, command.access.stamp?.(standing) ?? {}, now);
    return outcome.result;
  });
}
