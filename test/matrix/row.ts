import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { type Command, execute } from "@/lib/operations/command";
import { ask, type Query } from "@/lib/operations/query";
import type { Expected } from "@/test/matrix/expected";
import type { World, You } from "@/test/matrix/world";

/** What an input is made from: the world, and who asks. What it has to prepare is gone after the request. */
export type Given = World & { tx: Tx; you: You };

/** One line of the table: an operation, who may run it, and a good input. */
export type Row = {
  name: string;
  expected: Expected;
  /** Prepares the input, and answers how the request is made. */
  prepare: (given: Given) => Promise<(actor: Actor) => Promise<unknown>>;
};

type Operation<Schema extends z.ZodType, Standing, Result, Prepared> =
  | Command<Schema, Standing, Result, Prepared>
  | Query<Schema, Standing, Result>;

/** `row(renameGroup, managers).with((given) => …)`: the operation, who may run it, and a good input for whoever asks. */
export const row = <Schema extends z.ZodType, Standing, Result, Prepared>(
  operation: Operation<Schema, Standing, Result, Prepared>,
  expected: Expected,
) => ({
  with: (input: (given: Given) => z.input<Schema> | Promise<z.input<Schema>>): Row => ({
    name: operation.name,
    expected,
    async prepare(given) {
      const { tx } = given;
      const made = await input(given);
      return (actor) =>
        operation.kind === "command" ? execute(tx, operation, actor, made) : ask(tx, operation, actor, made);
    },
  }),
});
