import { expect } from "vitest";
import { rateLimits } from "@/db/schema/rate-limits";
import { test } from "@/db/testing";
import { consumeLimits, forgetOldLimits } from "@/lib/operations/limits";

const limit = { what: "log_in", whom: "brett.warden@provider.example", points: 3, seconds: 600 };
const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => new Date(Number(start) + seconds * 1000);

test("the attempt after the last is refused until the window ends", async ({ tx }) => {
  for (const seconds of [0, 1, 2]) await consumeLimits(tx, [limit], after(seconds));
  await expect(consumeLimits(tx, [limit], after(3))).rejects.toMatchObject({
    refusal: "too_many_attempts",
    values: { minutes: 10 },
  });
  await expect(consumeLimits(tx, [limit], after(599))).rejects.toMatchObject({ values: { minutes: 1 } });
  await consumeLimits(tx, [limit], after(600));
});

test("one person's attempts are not another's", async ({ tx }) => {
  for (const seconds of [0, 1, 2]) await consumeLimits(tx, [limit], after(seconds));
  await consumeLimits(tx, [{ ...limit, whom: "betty.warden@provider.example" }], after(3));
});

test("the table does not tell whose attempts they were", async ({ tx }) => {
  await consumeLimits(tx, [limit], start);
  const rows = await tx.select().from(rateLimits);
  expect(JSON.stringify(rows)).not.toContain("brett");
});

test("windows that ended are forgotten", async ({ tx }) => {
  await consumeLimits(tx, [limit], start);
  await forgetOldLimits(tx, after(599));
  expect(await tx.$count(rateLimits)).toBe(1);
  await forgetOldLimits(tx, after(601));
  expect(await tx.$count(rateLimits)).toBe(0);
});
