import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { database } from "@/db/index";
import { failureOf } from "@/lib/answer/failure";
import type { Actor } from "@/lib/domain/actor";
import type { ActionResult } from "@/lib/http/result";
import { runJobsSoon } from "@/lib/jobs/worker";
import { type Command, execute } from "@/lib/operations/command";
import { ask, type Query } from "@/lib/operations/query";

/** What a command came to, as a value that can be sent. Work that it left, such as mail, begins at once. */
export const answerOfCommand = <Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
  whoActs: () => Promise<Actor>,
  input: z.input<Schema>,
): Promise<ActionResult<Result>> =>
  answered(command.name, async () => runCommand(command, await whoActs(), input));

/** What a query found, as a value that can be sent. */
export const answerOfQuery = <Schema extends z.ZodType, Standing, Result>(
  query: Query<Schema, Standing, Result>,
  whoAsks: () => Promise<Actor>,
  input: z.input<Schema>,
): Promise<ActionResult<Result>> => answered(query.name, async () => askQuery(query, await whoAsks(), input));

/** Runs a command for a door that answers in a form of its own, within `answered`. Work that it left begins at once. */
export async function runCommand<Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
  actor: Actor,
  input: z.input<Schema>,
): Promise<Result> {
  const result = await execute(database(), command, actor, input);
  runJobsSoon();
  return result;
}

/** Asks a query for such a door. */
export const askQuery = <Schema extends z.ZodType, Standing, Result>(
  query: Query<Schema, Standing, Result>,
  actor: Actor,
  input: z.input<Schema>,
): Promise<Result> => ask(database(), query, actor, input);

/** The frame of every door that answers with a value. An error becomes a code, also one in finding out who acts. */
export async function answered<Result>(
  operation: string,
  run: () => Promise<Result>,
): Promise<ActionResult<Result>> {
  try {
    return { ok: true, result: await run() };
  } catch (error) {
    // Next throws when it goes to another page.
    unstable_rethrow(error);
    return { ok: false, failure: failureOf(error, operation) };
  }
}
