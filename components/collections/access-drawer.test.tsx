// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { AccessDrawer } from "@/components/collections/access-drawer";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { show } from "@/test/components";

const organizationId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const collectionId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a03";
const billy = {
  id: "billy",
  userId: null,
  name: "Billy",
  email: "billy@cobalt.example",
  status: "confirmed",
};

const ok = <Result,>(result: Result) => ({ ok: true as const, result });

test("access that names somebody who is gone is not refused again and again", async () => {
  const changeAccess = vi.fn<CollectionActions["changeAccess"]>(async () => ({
    ok: false,
    failure: { code: "not_found" },
  }));
  const getCollection = vi.fn(async () =>
    ok({ members: [{ ...billy, memberId: billy.id, permission: "view" }], groups: [] }),
  );
  const actions = {
    changeAccess,
    getCollection,
    listMembers: async () => ok({ members: [billy], areMore: false }),
    listGroups: async () => ok({ groups: [], next: null }),
  } as unknown as CollectionActions;
  const props = { organizationId, collectionId, name: "Keys", actions, onClose: () => {} };
  await act(async () => void show(<AccessDrawer {...props} />));
  const save = () => act(async () => fireEvent.click(screen.getByRole("button", { name: "Save access" })));
  fireEvent.change(screen.getByRole("combobox", { name: /Billy/u }), { target: { value: "manage" } });
  await save();
  expect(screen.getByRole("alert").textContent).toContain("not there any more");
  await save();
  expect(changeAccess).toHaveBeenCalledOnce();
});
