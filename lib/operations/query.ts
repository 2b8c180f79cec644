import "server-only";
import type { z } from "zod";
import type { Database, Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import type { Access } from "@/lib/operations/access";
import { assertAllowed } from "@/lib/operations/command";
import { consumeLimits, type Limit } from "@/lib/operations/limits";

type Read<Input, Standing> = { tx: Tx; actor: Actor; input: Input; standing: Standing; now: Date };

/** Something that reads something: who may, what it takes, what it answers. It runs where it cannot write. */
export type Query<Schema extends z.ZodType, Standing, Result> = {
  kind: "query";
  name: string;
  input: Schema;
  access: Access<z.output<Schema>, Standing>;
  /** For what must not be asked without end, such as whether an account exists. */
  limits?: (input: z.output<Schema>, actor: Actor) => Limit[];
  read: (context: Read<z.output<Schema>, Standing>) => Promise<Result>;
};

export function defineQuery<Schema extends z.ZodType, Standing, Result>(
  query: Omit<Query<Schema, Standing, Result>, "kind">,
): Query<Schema, Standing, Result> {
  return { kind: "query", ...query };
}

/** Remembers standings for the length of one page, so that its parts do not each read the same facts. */
export type Standings = Map<string, Promise<unknown>>;

/**
 * Runs a query in a read-only transaction: parse, judge, read.
 *
 * @throws {z.ZodError} when `raw` is not the query's input.
 * @throws {NotFound | Refused} when it is and the answer is no.
 */
export async function ask<Schema extends z.ZodType, Standing, Result>(
  db: Database | Tx,
  query: Query<Schema, Standing, Result>,
  actor: Actor,
  raw: z.input<Schema>,
  standings: Standings = new Map(),
): Promise<Result> {
  const input = query.input.parse(raw);
  const now = new Date();
  if (query.limits) await consumeLimits(db, query.limits(input, actor), now);
  return db.transaction(
    async (tx) => {
      const standing = await remembered(standings, query.access, input, () =>
        query.access.standing(tx, actor, input),
      );
      assertAllowed(query.access.rule(standing));
      return query.read({ tx, actor, input, standing, now });
    },
    { accessMode: "read only" },
  );
}

/** A standing depends on the ids that the input names and on nothing else of it. */
function remembered<Standing>(
  standings: Standings,
  access: Pick<Access<never, Standing>, "name">,
  input: unknown,
  read: () => Promise<Standing>,
): Promise<Standing> {
  const ids = Object.entries(input ?? {}).filter(
    ([name]) => name === "providerId" || name === "organizationId",
  );
  const key = JSON.stringify([access.name, ids]);
  // The map holds, under an access's name, only what that access's own `standing` answered.
  const known = standings.get(key) as Promise<Standing> | undefined;
  if (known) return known;
  const reading = read();
  standings.set(key, reading);
  return reading;
}
