import { appendFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { PgSelectBase } from "drizzle-orm/pg-core";
import { vi } from "vitest";
import type { Database } from "@/db/client";
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

/** Waits until somebody waits for a lock, or `ended` says that nobody has to. */
export async function somebodyWaits(db: Database, ended: () => boolean): Promise<void> {
  while (!ended()) {
    const { rows } = await db.execute<{ waiting: number }>(
      sql`select count(*)::int as waiting from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rows[0]?.waiting) return;
  }
}

/** The same operations with every lock for a change of a row as strong as one for its deletion. */
export async function withStrongLocks<Answer>(play: () => Promise<Answer>): Promise<Answer> {
  const { for: lock } = PgSelectBase.prototype;
  const spy = vi.spyOn(PgSelectBase.prototype, "for").mockImplementation(function strong(
    this: InstanceType<typeof PgSelectBase>,
    strength,
    config,
  ) {
    return lock.call(this, strength === "no key update" ? "update" : strength, config);
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
