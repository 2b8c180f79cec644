import "server-only";
import { ZodError } from "zod";
import { BucketAway } from "@/lib/bucket/bucket-away";
import type { Actor } from "@/lib/domain/actor";
import { logOperation } from "@/lib/log";
import { InvalidFields, NotFound, Refused } from "@/lib/operations/errors";

/** Runs an operation and says in the log what became of it: nothing of what it was given, or answered. */
export async function observed<Result>(
  name: string,
  { principal }: Actor,
  run: () => Promise<Result>,
): Promise<Result> {
  const began = performance.now();
  const say = (outcome: string) =>
    logOperation({
      name,
      actor: principal.kind,
      outcome,
      milliseconds: Math.round((performance.now() - began) * 10) / 10,
    });
  try {
    const result = await run();
    say("done");
    return result;
  } catch (error) {
    say(wordOf(error));
    throw error;
  }
}

function wordOf(error: unknown): string {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof NotFound) return "not_found";
  if (error instanceof BucketAway) return "files_unavailable";
  return error instanceof InvalidFields || error instanceof ZodError ? "invalid" : "unexpected";
}
