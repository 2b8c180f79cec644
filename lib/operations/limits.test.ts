import { expect } from "vitest";
import { rateLimits } from "@/db/schema/rate-limits";
import { anonymousActor } from "@/lib/domain/actor";
import { askerOf, count, giveBack } from "@/lib/operations/limits";
import { test } from "@/test/database";

const limit = { what: "log_in", about: "brett.warden@provider.example", points: 3, seconds: 600 };
const start = new Date("2026-11-22T09:00:00Z");
const after = (seconds: number) => new Date(Number(start) + seconds * 1000);

test("the attempt after the last is refused until the window ends", async ({ tx }) => {
  for (const seconds of [0, 1, 2]) expect(await count(tx, [limit], after(seconds))).toBe(null);
  expect(await count(tx, [limit], after(3))).toMatchObject({
    refusal: "too_many_attempts",
    values: { minutes: 10 },
  });
  expect(await count(tx, [limit], after(599))).toMatchObject({ values: { minutes: 1 } });
  expect(await count(tx, [limit], after(600))).toBe(null);
});

test("what is given back was not counted", async ({ tx }) => {
  for (let times = 0; times < 9; times++) {
    expect(await count(tx, [limit], start)).toBe(null);
    await giveBack(tx, [limit]);
  }
});

test("one person's attempts are not another's", async ({ tx }) => {
  for (const seconds of [0, 1, 2]) await count(tx, [limit], after(seconds));
  expect(await count(tx, [{ ...limit, about: "betty.warden@provider.example" }], after(3))).toBe(null);
});

test("the same subject twice in one act counts twice", async ({ tx }) => {
  expect(await count(tx, [limit, limit], start)).toBe(null);
  expect(await count(tx, [limit, limit], start)).toMatchObject({ refusal: "too_many_attempts" });
});

test("an IPv6 customer is one who asks, however they write their address", () => {
  const from = (ip: string) => askerOf(anonymousActor({ type: "firefox_browser", ip }));
  const same = ["2001:db8:0:1::1", "2001:DB8::1:a:b:c:d", "2001:0db8:0000:0001:ffff::"].map(from);
  expect(new Set(same)).toEqual(new Set(["2001:db8:0:1::/64"]));
  expect(from("2001:db8:0:2::1")).not.toBe(same[0]);
  expect(from("203.0.113.7")).toBe("203.0.113.7");
});

test("the table does not tell whose attempts they were", async ({ tx }) => {
  await count(tx, [limit], start);
  const rows = await tx.select().from(rateLimits);
  expect(JSON.stringify(rows)).not.toContain("brett");
});
