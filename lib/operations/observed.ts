import "server-only";
import type { Actor } from "@/lib/domain/actor";

/** Runs an operation and says in the log what became of it. */
export async function observed<Result>(
  _name: string,
  _actor: Actor,
  run: () => Promise<Result>,
): Promise<Result> {
  return run();
}
