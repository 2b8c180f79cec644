import { expect, test } from "vitest";
import { abandonedAfterMs, mayTakeOver } from "@/lib/domain/rotation/taking-over";

const now = new Date("2026-11-26T12:00:00Z");
const ago = (ms: number) => new Date(Number(now) - ms);

test.each([
  [true, false, 0, true],
  [true, false, abandonedAfterMs, true],
  [false, false, 0, false],
  [false, true, 0, true],
  [false, false, abandonedAfterMs - 1, false],
  [false, false, abandonedAfterMs, true],
])("one's own: %s, outdated: %s, still for %i ms: %s", (isYours, isOutdated, stillFor, expected) => {
  const decision = mayTakeOver(
    { isYours, isOutdated, lastStagedAt: ago(stillFor), begunBy: "Brett Warden" },
    now,
  );
  expect(decision).toEqual(
    expected
      ? { allowed: true }
      : { allowed: false, refusal: "rotation_under_way", values: { name: "Brett Warden" } },
  );
});
