import { describe, expect, test } from "vitest";
import type { ItemValues } from "@/components/items/item-values";
import { decide, mergeValues, statedOf } from "@/components/items/merge-values";
import { emptyValues } from "@/components/items/values-of-item";

const field = (name: string, value: string, before: number | null) => ({
  ...{ name, kind: "text" as const, value, linked: "", before },
});
const base: ItemValues = {
  ...emptyValues("login", { organizationId: "", collectionIds: [] }),
  name: "Firewall",
  notes: "in the rack",
  parts: { username: "admin", password: "first", totp: "" },
  uris: [{ uri: "https://firewall.example", match: "" }],
  fields: [field("Rack", "B2", 0), field("Room", "12", 1)],
};
const labelOf = (part: string) => `Other ${part}`;
const parts = (typed: Record<string, string>) => ({ ...base.parts, ...typed });

test("what only one of two has changed is as they have it", () => {
  const mine = { ...base, notes: "in the cellar" };
  const theirs = { ...base, parts: parts({ username: "root" }), reprompt: true };
  expect(mergeValues(base, mine, theirs)).toEqual({
    values: { ...theirs, notes: "in the cellar" },
    conflicts: [],
    hasTheirs: true,
  });
});

test("a version in which nobody else has changed anything takes nothing over", () => {
  expect(mergeValues(base, { ...base, notes: "in the cellar" }, { ...base }).hasTheirs).toBe(false);
});

test("what both have changed alike is no conflict", () => {
  const mine = { ...base, name: "Switch", uris: [...base.uris, { uri: "", match: "" }] };
  const { values, conflicts } = mergeValues(base, mine, { ...base, name: "Switch" });
  expect([values.name, conflicts]).toEqual(["Switch", []]);
});

test("what both have changed stays as it was typed here, and is asked about", () => {
  const mine = { ...base, parts: parts({ password: "mine" }), notes: "in the cellar" };
  const theirs = { ...base, parts: parts({ password: "theirs" }) };
  const { values, conflicts } = mergeValues(base, mine, theirs);
  expect(conflicts.map(({ part }) => part)).toEqual(["password"]);
  expect(values).toMatchObject({ notes: "in the cellar", parts: { password: "mine" } });
});

test("a field that was typed into follows its place when others come and go", () => {
  const mine = { ...base, fields: [field("Rack", "B2", 0), field("Room", "13", 1)] };
  const theirs = { ...base, fields: [field("Room", "12", 0)] };
  const { values, conflicts } = mergeValues(base, mine, theirs);
  expect(values.fields).toEqual([field("Rack", "B2", null), field("Room", "13", 0)]);
  expect(conflicts.map(({ part }) => part)).toEqual(["fields"]);
});

describe("a conflict", () => {
  const mine: ItemValues = {
    ...base,
    notes: "mine",
    parts: parts({ username: "me", password: "mine" }),
    uris: [{ uri: "https://mine.example", match: "" }],
    fields: [field("Rack", "B3", 0), field("Room", "12", 1)],
  };
  const theirs: ItemValues = {
    ...base,
    notes: "theirs",
    parts: parts({ username: "they", password: "theirs" }),
    uris: [{ uri: "https://theirs.example", match: "" }],
    fields: [field("Rack", "B4", 0), field("Room", "12", 1)],
  };
  const { values, conflicts } = mergeValues(base, mine, theirs);
  const of = (part: string) => {
    const conflict = conflicts.find((each) => each.part === part);
    if (!conflict) throw new Error(`no conflict about ${part}`);
    return conflict;
  };

  test("is decided for either, and back", () => {
    const chosen = decide(values, of("password"), "theirs", labelOf);
    expect(chosen.parts.password).toBe("theirs");
    expect(decide(chosen, of("password"), "mine", labelOf)).toEqual(values);
  });

  test("of one line keeps both by a field, hidden where it is a secret", () => {
    const both = decide(values, of("password"), "both", labelOf);
    expect(both.parts.password).toBe("mine");
    expect(both.fields.at(-1)).toEqual({ ...field("Other password", "theirs", null), kind: "hidden" });
    expect(decide(values, of("username"), "both", labelOf).fields.at(-1)).toEqual(
      field("Other username", "they", null),
    );
    expect(decide(both, of("password"), "theirs", labelOf)).toEqual(
      decide(values, of("password"), "theirs", labelOf),
    );
  });

  test("of notes and lists keeps both together, and what is in both once", () => {
    expect(decide(values, of("notes"), "both", labelOf).notes).toBe("mine\n\ntheirs");
    const { uris } = decide(values, of("uris"), "both", labelOf);
    expect(uris.map(({ uri }) => uri)).toEqual(["https://mine.example", "https://theirs.example"]);
    const { fields } = decide(values, of("fields"), "both", labelOf);
    expect(fields.map(({ name, value }) => `${name} ${value}`)).toEqual(["Rack B3", "Room 12", "Rack B4"]);
  });
});

test("the place of a field is not a part of what it says", () => {
  expect(statedOf({ ...base, fields: [field("Rack", "B2", 4)] }, "fields")).toEqual([
    { name: "Rack", kind: "text", value: "B2", linked: "" },
  ]);
});
