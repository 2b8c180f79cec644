import { expect, test } from "vitest";
import { endOfDay, LastDay, lastDayOf, unfinished } from "@/components/people/last-day";

test("access lasts through the day that was chosen, where the person is", () => {
  const end = endOfDay("2026-12-03");
  expect([end?.getFullYear(), end?.getMonth(), end?.getDate(), end?.getHours()]).toEqual([2026, 11, 3, 23]);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(lastDayOf(end, timeZone)).toBe("2026-12-03");
});

test("without a day, it does not end", () => {
  expect(endOfDay("")).toBeNull();
  expect(lastDayOf(null, "UTC")).toBe("");
});

test("a date that is filled in half is none, and not an empty one", () => {
  expect(LastDay.safeParse("").success).toBe(true);
  expect(LastDay.safeParse("2026-12-03").success).toBe(true);
  for (const half of [unfinished, "2026-02-31", "2026-12"])
    expect(LastDay.safeParse(half).success).toBe(false);
});
