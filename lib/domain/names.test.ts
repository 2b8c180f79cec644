import { describe, expect, test } from "vitest";
import { CollectionName } from "./collection/inputs";
import { GroupName } from "./group/inputs";
import { Name, OptionalName, sortKey } from "./names";

describe("a name", () => {
  test("loses marks that turn or hide text, and spaces it does not need", () => {
    expect(Name.parse("  My\u202E  Client\u200B\n")).toBe("My Client");
  });
  test.each([
    ["a family", "👩\u200d👩\u200d👧 Famille"],
    ["a skin tone and a joiner", "🧖🏼\u200d♂️ Spa"],
    ["flags", "🇫🇷 France, 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Scotland"],
    ["Persian", "می\u200cخواهم"],
    ["Devanagari", "क्\u200dष, श्री\u200cमान"],
    ["Malayalam", "അവന്\u200d"],
    ["a Japanese variant of a letter", "葛\u{e0100}城"],
  ])("keeps the joiners of %s", (_what, text) => {
    expect(Name.parse(text)).toBe(text);
  });
  test.each([
    ["Ac\u200dme", "Acme"],
    ["Ac\u200cme \u200d", "Acme"],
    ["\u200d👩", "👩"],
    ["Ac\u00adme\u{e0041}", "Acme"],
    ["First\nLast", "First Last"],
    ["\u3164Acme", "Acme"],
    ["Ac\ud800me \udfff", "Acme"],
    ["\ude00\ud83d😀", "😀"],
  ])("loses joiners and hidden marks that join nothing: %j", (text, name) => {
    expect(Name.parse(text)).toBe(name);
  });
  test.each([
    ["😀".repeat(50)],
    ["👩\u200d👩\u200d👧".repeat(25)],
    ["कि".repeat(50)],
    ["é".normalize("NFD").repeat(50)],
  ])("is counted as people count: %s fits", (text) => {
    expect(Name.safeParse(text).success).toBe(true);
  });
  test("keeps markup as the text it is", () => {
    expect(Name.parse("<b>Café</b> & Co")).toBe("<b>Café</b> & Co");
  });
  test.each([
    ["", "required"],
    ["\u200F \u202E", "required"],
    ["\ud800", "required"],
    ["x".repeat(51), "too_long"],
    ["x".repeat(5000), "too_long"],
    ["😀".repeat(51), "too_long"],
    [`a${"\u0301".repeat(600)}`, "too_long"],
  ])("%j is refused", (text, message) => {
    expect(Name.safeParse(text).error?.issues[0]?.message).toBe(message);
  });
  test("that may be left out is null when it is", () => {
    expect(OptionalName.parse("  ")).toBeNull();
  });
});

test.each([
  ["person", Name, 50],
  ["group", GroupName, 100],
  ["collection", CollectionName, 100],
])("the name of a %s is refused where it is longer than its own limit", (_what, name, limit) => {
  const problem = (text: string) => name.safeParse(text).error?.issues.map(({ message }) => message);
  expect(problem("😀".repeat(limit))).toBeUndefined();
  expect(problem("😀".repeat(limit + 1))).toEqual(["too_long"]);
  expect(problem(" ")).toEqual(["required"]);
});

test.each([Name, GroupName])("a name is no longer in bytes than a row of an index holds", (name) => {
  expect(name.safeParse(`a${"\u0301".repeat(600)}`).success).toBe(false);
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
