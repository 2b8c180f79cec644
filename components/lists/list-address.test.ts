import { expect, test } from "vitest";
import { listAddress, sortsOf, wordsOf } from "./list-address";

test("a change of the list keeps the rest of its address, and starts at the first page", () => {
  const now = { search: "éc", sort: "used", cursor: "abc" };
  expect(listAddress("/clients", now, { sort: "name" })).toBe("/clients?search=%C3%A9c&sort=name");
  expect(listAddress("/clients", now, { cursor: "def" })).toBe(
    "/clients?search=%C3%A9c&sort=used&cursor=def",
  );
  expect(listAddress("/clients", { cursor: "abc" }, {})).toBe("/clients");
});

test("of what somebody typed into the address bar, each word has one value", () => {
  expect(wordsOf({ sort: ["used", "name"], search: "", cursor: "abc" })).toEqual({
    sort: "used",
    search: undefined,
    cursor: "abc",
  });
});

test("a heading sorts by its column, and the one that is sorted by the other way round", () => {
  const now = { search: "éc", sort: "used", cursor: "abc" };
  const view = { sort: "used", direction: "ascending" } as const;
  expect(sortsOf("/clients", now, view, ["name", "used"])).toEqual({
    name: { state: "none", href: "/clients?search=%C3%A9c&sort=name&direction=ascending" },
    used: { state: "ascending", href: "/clients?search=%C3%A9c&sort=used&direction=descending" },
  });
});
