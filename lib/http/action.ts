import "server-only";
import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { database } from "@/db/index";
import { failureOf } from "@/lib/answer/failure";
import { guarded } from "@/lib/http/guarded";
import type { ActionResult } from "@/lib/http/result";
import { runJobsSoon } from "@/lib/jobs/worker";
import { type Command, execute } from "@/lib/operations/command";
import { ask, type Query } from "@/lib/operations/query";
import { actorOfPage } from "@/lib/session/actor-of-page";

type Options<Input> = {
  /** Pages that show something else from now on. */
  stale?: (input: Input) => string[];
  /** What is tidied up once it is done. It cannot undo the act, so its failure is not the act's. */
  afterwards?: () => Promise<void>;
};

/** A server action that runs a command as whoever is signed in. */
export function action<Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
  { stale, afterwards }: Options<z.input<Schema>> = {},
) {
  return guarded(async (input: z.input<Schema>): Promise<ActionResult<Result>> => {
    try {
      const result = await execute(database(), command, await actorOfPage(), input);
      runJobsSoon();
      for (const path of stale?.(input) ?? []) revalidatePath(path);
      await afterwards?.().catch(() => {});
      return { ok: true, result };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, failure: failureOf(error, command.name) };
    }
  });
}

/** A server action that asks a query: for what a page needs only once somebody acts, such as a wrapped key. */
export function question<Schema extends z.ZodType, Standing, Result>(query: Query<Schema, Standing, Result>) {
  return guarded(async (input: z.input<Schema>): Promise<ActionResult<Result>> => {
    try {
      return { ok: true, result: await ask(database(), query, await actorOfPage(), input) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, failure: failureOf(error, query.name) };
    }
  });
}
