// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import type { ItemActions } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { emptyValues } from "@/components/items/values-of-item";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { somebody } from "@/test/vault";

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
});

test.each([
  ["login", ["Show password", "Show: Code for two-step login"]],
  ["card", ["Show: Number", "Show: Security code"]],
  ["identity", ["Show: Social security number", "Show: Passport number", "Show: Licence number"]],
] as const)("each secret of a %s is shown by a button of its name", (type, names) => {
  const actions = { getKey: vi.fn(), files: aFileServer().actions } as unknown as ItemActions;
  const initial = emptyValues(type, { organizationId: "", collectionIds: [] });
  const owners = [{ organizationId: null, name: "Me", collections: [] }];
  show(<ItemDialog {...{ edited: null, owners, initial, actions, onClose: () => {} }} />, vault);
  expect(
    screen.getAllByRole("button", { name: /^Show/ }).map((each) => each.getAttribute("aria-label")),
  ).toEqual(names);
});
