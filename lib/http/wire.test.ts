import { expect, test } from "vitest";
import { fromAnswer, fromWire, toWire } from "@/lib/http/wire";

test.each([
  [{ at: new Date("2026-03-01T10:00:00.123Z"), list: [new Date(0)], none: null }],
  [{ name: "$D2026-03-01T10:00:00.123Z", price: "$5", more: "$$", text: "a $ b" }],
  ["$"],
  [[1, true, "é"]],
])("%o comes back as it was", (value) => {
  expect(fromWire(toWire(value))).toEqual(value);
  expect(fromAnswer(toWire(value))).toEqual(value);
});

test("what is nested too deeply is no question", () => {
  expect(() => fromWire("[".repeat(100_000) + "]".repeat(100_000))).toThrow(SyntaxError);
});
