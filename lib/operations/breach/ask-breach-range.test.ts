import { expect } from "vitest";
import { askBreachRange } from "@/lib/operations/breach/ask-breach-range";
import { askerOf } from "@/lib/operations/limits";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aPerson } from "@/test/people";

test("a signed-in person asks for a range, as often as a large vault needs, and nobody for a whole hash", async ({
  tx,
}) => {
  const { actor } = await aPerson(tx, "Paula Person");
  expect(await ask(tx, askBreachRange, actor, { prefix: "0A1B2" })).toEqual({ prefix: "0A1B2" });
  await expect(ask(tx, askBreachRange, actor, { prefix: "0A1B2C3D" })).rejects.toThrow();
  const step = { input: { prefix: "0A1B2" }, actor, now: new Date() };
  expect(askBreachRange.throttle?.(step)).toEqual([
    { what: "breach_ranges", by: askerOf(actor), points: 25_000, seconds: 3600 },
  ]);
});
