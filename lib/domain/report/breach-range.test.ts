import { expect, test } from "vitest";
import { AskBreachRange, readRange } from "@/lib/domain/report/breach-range";

const rest = (last: string) => `${"A".repeat(34)}${last}`;

test("a range says how often each password was seen, without its padding", () => {
  const text = `${rest("1")}:3\r\n${rest("2").toLowerCase()}:12\n${rest("3")}:0\nnonsense\nAB:5\n`;
  expect([...readRange(text)]).toEqual([
    [rest("1"), 3],
    [rest("2"), 12],
  ]);
});

test.each(["ABCD", "ABCDEF", "abcde", "ABCDG", "../..", ""])(
  "nothing but a prefix is asked for: %j",
  (prefix) => {
    expect(AskBreachRange.safeParse({ prefix }).success).toBe(false);
  },
);
