import { appendFileSync } from "node:fs";
import { PgSelectBase } from "drizzle-orm/pg-core";
import { vi } from "vitest";
import { NotFound, Refused } from "@/lib/operations/errors";

/** How an act ended: done, refused with a code, or broken in a way that no rule foresaw. */
export const outcomeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal;
      if (error instanceof NotFound) return "not_found";
      return `broken: ${error instanceof Error ? (error.cause ?? error) : error}`;
    },
  );

/** Lets acts loose at once and answers how each ended, sorted. */
export const race = async (acts: (() => Promise<unknown>)[]): Promise<string[]> =>
  (await Promise.all(acts.map((act) => outcomeOf(act())))).sort();

/** Plays `rounds` of a game that answers what it found wrong, or null, and counts the wrong ones. */
export async function violationsIn(rounds: number, round: () => Promise<string | null>): Promise<string[]> {
  const found: string[] = [];
  for (let played = 0; played < rounds; played++) {
    const wrong = await round();
    if (wrong) found.push(wrong);
  }
  return found;
}

/** The same operations with every row lock taken out of their queries: what the locks are there to prevent. */
export async function withoutLocks<Answer>(play: () => Promise<Answer>): Promise<Answer> {
  const spy = vi.spyOn(PgSelectBase.prototype, "for").mockImplementation(function unlocked(
    this: InstanceType<typeof PgSelectBase>,
  ) {
    return this;
  });
  try {
    return await play();
  } finally {
    spy.mockRestore();
  }
}

/** Adds to the figures that `npm run races` prints. */
export function report(rounds: number, violations: number, unlocked: number) {
  const file = process.env.RACES_SUMMARY;
  if (file) appendFileSync(file, `${rounds} ${violations} ${unlocked}\n`);
}
