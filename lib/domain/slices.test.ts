import { expect, test } from "vitest";
import { slicesOf } from "@/lib/domain/slices";

test.each([
  [[], []],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3, 4, 5],
    [[1, 2], [3, 4], [5]],
  ],
])("%j comes two at a time", (rows, slices) => {
  expect([...slicesOf(rows, 2)]).toEqual(slices);
});
