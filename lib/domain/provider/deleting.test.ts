import { expect, test } from "vitest";
import { mayBeDeleted } from "./deleting";

test("a provider with clients is not deleted, and says how many there are", () => {
  expect(mayBeDeleted(0).allowed).toBe(true);
  expect(mayBeDeleted(1)).toEqual({ allowed: false, refusal: "clients_linked", values: { count: 1 } });
});
