import { describe, expect, test } from "vitest";
import { Name, OptionalName, sortKey } from "./names";

describe("a name", () => {
  test("loses marks that turn or hide text, and spaces it does not need", () => {
    expect(Name.parse("  My\u202E  Client\u200B\n")).toBe("My Client");
  });
  test("keeps markup as the text it is", () => {
    expect(Name.parse("<b>Café</b> & Co")).toBe("<b>Café</b> & Co");
  });
  test.each([
    ["", "required"],
    ["\u200F \u202E", "required"],
    ["x".repeat(51), "too_long"],
    ["x".repeat(5000), "too_long"],
  ])("%j is refused", (text, message) => {
    expect(Name.safeParse(text).error?.issues[0]?.message).toBe(message);
  });
  test("that may be left out is null when it is", () => {
    expect(OptionalName.parse("  ")).toBeNull();
  });
});

test("names are sorted without regard to accents and case", () => {
  const names = ["Fjord Logistics", "École Montclair", "dune Coffee", "Œuvre"];
  expect([...names].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))).toEqual([
    "dune Coffee",
    "École Montclair",
    "Fjord Logistics",
    "Œuvre",
  ]);
});
