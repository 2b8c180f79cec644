import { expect, test } from "vitest";
import { all, allow, hide, refuse } from "@/lib/domain/decision";

test("several decisions are a yes if each is one, and else the first no", () => {
  expect(all()).toEqual(allow);
  expect(all(allow, allow)).toEqual(allow);
  expect(all(allow, refuse("last_owner"), hide)).toEqual(refuse("last_owner"));
});
