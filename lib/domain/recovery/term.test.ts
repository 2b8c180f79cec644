import { expect, test } from "vitest";
import { hasLapsed, readyFrom, usableForMs, usableUntil } from "@/lib/domain/recovery/term";

const askedAt = new Date("2026-11-01T12:00:00Z");
const after = (hours: number, ms = 0) => new Date(Number(askedAt) + hours * 3_600_000 + ms);
const asked = (hours: number, approvedAt: Date | null = null) => ({
  askedAt,
  readyAt: after(hours),
  approvedAt,
});

/** Hours of waiting at asking, and now, and how long it waits. */
test.each([
  [0, 0, 0],
  [0, 24, 24],
  [24, 0, 24],
  [24, 72, 72],
  [168, 24, 168],
])("asked for when it waited %i hours, and %i now: it waits %i", (then, now, expected) => {
  expect(readyFrom(asked(then), now)).toEqual(after(expected));
});

test("it ends fourteen days after it is ready, and an approval that comes later counts as the later moment", () => {
  const days = 14 * 24;
  expect(usableForMs).toBe(days * 3_600_000);
  const cases: [ReturnType<typeof asked>, number, number][] = [
    [asked(0), 0, days],
    [asked(24), 0, 24 + days],
    [asked(0), 72, 72 + days],
    [asked(24, after(1)), 0, 24 + days],
    [asked(24, after(30)), 0, 30 + days],
  ];
  for (const [times, waitHours, expected] of cases) {
    expect(usableUntil(times, waitHours)).toEqual(after(expected));
    expect(hasLapsed(times, waitHours, after(expected, -1))).toBe(false);
    expect(hasLapsed(times, waitHours, after(expected))).toBe(true);
  }
});
