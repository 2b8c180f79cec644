import { expect, test } from "vitest";
import { listAddress, one, oneOf } from "./list-address";

test("a change of the list keeps the rest of its address, and starts at the first page", () => {
  const now = { search: "éc", sort: "used", cursor: "abc" };
  expect(listAddress("/clients", now, { sort: "name" })).toBe("/clients?search=%C3%A9c&sort=name");
  expect(listAddress("/clients", now, { cursor: "def" })).toBe(
    "/clients?search=%C3%A9c&sort=used&cursor=def",
  );
  expect(listAddress("/clients", { cursor: "abc" }, {})).toBe("/clients");
});

test("what somebody typed into the address bar is one known word, or none", () => {
  expect(oneOf(["name", "used"], "used")).toBe("used");
  expect(oneOf(["name", "used"], "password")).toBeUndefined();
  expect(one(["a", "b"])).toBe("a");
  expect(one("")).toBeUndefined();
});
