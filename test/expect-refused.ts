import { expect } from "vitest";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { type Command, execute } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";

/** Runs a command that must be refused with `refusal`, and must leave no trace in the log. */
export async function expectRefused<Schema extends z.ZodType, Standing, Result, Prepared>(
  tx: Tx,
  command: Command<Schema, Standing, Result, Prepared>,
  actor: Actor,
  input: z.input<Schema>,
  refusal: Refusal,
) {
  const before = await tx.$count(events);
  const error = await execute(tx, command, actor, input).then(
    () => "it was done",
    (thrown: unknown) => thrown,
  );
  const said = error instanceof NotFound ? "not_found" : error instanceof Refused ? error.refusal : error;
  expect(said).toBe(refusal);
  expect(await tx.$count(events)).toBe(before);
}
