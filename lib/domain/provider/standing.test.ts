import { expect, test } from "vitest";
import { shownStanding } from "./standing";

test("a client without a seat left is called so in place of active, and beside whatever else it is", () => {
  expect(shownStanding({ standing: "active", remaining: 1 })).toEqual(["active"]);
  expect(shownStanding({ standing: "active", remaining: 0 })).toEqual(["full"]);
  expect(shownStanding({ standing: "ownerless", remaining: 0 })).toEqual(["ownerless", "full"]);
  expect(shownStanding({ standing: "suspended", remaining: 0 })).toEqual(["suspended"]);
});
