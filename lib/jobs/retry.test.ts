import { expect, test } from "vitest";
import { nextAttempt } from "@/lib/jobs/retry";

const now = new Date("2026-11-22T09:00:00Z");
const seconds = (at: Date | null) => at && (Number(at) - Number(now)) / 1000;

test.each([
  [1, 15],
  [2, 30],
  [5, 240],
  [30, 3600],
])("after attempt %i it waits up to %i seconds", (attempts, longest) => {
  expect(seconds(nextAttempt({ createdAt: now, attempts }, now, 1))).toBe(longest);
  expect(seconds(nextAttempt({ createdAt: now, attempts }, now, 0))).toBe(longest / 2);
});

test("it waits as long as the other side asks", () => {
  expect(seconds(nextAttempt({ createdAt: now, attempts: 1 }, now, 0, 600))).toBe(600);
});

test("it gives up when the next attempt would fall after 24 hours", () => {
  const createdAt = new Date(Number(now) - 24 * 60 * 60 * 1000 + 10_000);
  expect(nextAttempt({ createdAt, attempts: 1 }, now, 0)).toBeInstanceOf(Date);
  expect(nextAttempt({ createdAt, attempts: 1 }, now, 1)).toBeNull();
});
