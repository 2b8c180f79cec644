import { expect, test } from "vitest";
import { monthlyCents } from "./price";

test.each([
  ["teams_monthly", 1, 0, 400],
  ["teams_monthly", 62, 0, 24_800],
  ["enterprise_monthly", 35, 0, 21_000],
  ["enterprise_monthly", 35, 5, 19_950],
  ["teams_monthly", 1, 33, 268],
  ["teams_monthly", 3, 12.5, 1050],
  ["teams_monthly", 10, 100, 0],
] as const)("%s: %d seats at %d percent less cost %d cents", (plan, seats, discount, cents) => {
  expect(monthlyCents(plan, seats, discount)).toBe(cents);
});
