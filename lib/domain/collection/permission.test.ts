import { expect, test } from "vitest";
import { together, usualPermission } from "@/lib/domain/collection/permission";

test.each([
  [[], null],
  [["view_hidden"], "view_hidden"],
  [["view", "view_hidden"], "view"],
  [["edit_hidden", "view"], "edit"],
  [["edit_hidden", "view_hidden"], "edit_hidden"],
  [["view", "manage"], "manage"],
] as const)("%j together allow what %s does", (permissions, expected) => {
  expect(together(permissions)).toBe(expected);
});

test("an owner is offered to manage a collection, everybody else to edit it", () => {
  const roles = ["owner", "admin", "user", "custom"] as const;
  expect(roles.map(usualPermission)).toEqual(["manage", "edit", "edit", "edit"]);
});
