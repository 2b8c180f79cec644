import { expect, test } from "vitest";
import { abandonedAfterMs, mayTakeOver } from "@/lib/domain/rotation/taking-over";

const now = new Date("2026-11-26T12:00:00Z");
const ago = (ms: number) => new Date(Number(now) - ms);

test.each([
  [true, true, 0, true],
  [true, true, abandonedAfterMs, true],
  [false, true, 0, false],
  [false, false, 0, true],
  [false, true, abandonedAfterMs - 1, false],
  [false, true, abandonedAfterMs, true],
])("one's own: %s, to be finished: %s, still for %i ms: %s", (isYours, canBeFinished, stillFor, expected) => {
  const decision = mayTakeOver(
    { isYours, canBeFinished, lastStagedAt: ago(stillFor), begunBy: "Brett Warden" },
    now,
  );
  expect(decision).toEqual(
    expected
      ? { allowed: true }
      : { allowed: false, refusal: "rotation_under_way", values: { name: "Brett Warden" } },
  );
});
