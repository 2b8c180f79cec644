// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { KeptContext, makeKept } from "@/components/forms/kept";
import { GroupAccessDrawer } from "@/components/groups/group-access-drawer";
import type { GroupActions } from "@/components/groups/group-actions";
import { GroupMembersDrawer } from "@/components/groups/group-members-drawer";
import type { ListedGroup } from "@/lib/operations/group/list-groups";
import { show } from "@/test/components";

const organizationId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const group = { id: "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a02", name: "Finance" } as ListedGroup;
const collectionId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a03";
const confirmed = { userId: null, status: "confirmed" };
const betty = { ...confirmed, id: "betty", name: "Betty", email: "betty@cobalt.example" };
const billy = { ...confirmed, id: "billy", name: "Billy", email: "billy@cobalt.example" };

const ok = <Result,>(result: Result) => ({ ok: true as const, result });

function theirActions() {
  const changeAccess = vi.fn<GroupActions["changeAccess"]>(async () => ok(null));
  const changeMembers = vi.fn<GroupActions["changeMembers"]>(async () => ok(null));
  const getGroup = vi.fn(async () => ok({ grants: [{ collectionId, permission: "view" }] }));
  const actions = {
    changeAccess,
    changeMembers,
    getGroup,
    getKey: vi.fn(),
    listCollections: async () => ok({ collections: [{ id: collectionId, mayManage: true }], next: null }),
    listGroupMembers: async () => ok({ members: [betty], next: null }),
    listMembers: async () => ok({ members: [billy], areMore: false }),
  };
  return { actions: actions as unknown as GroupActions, changeAccess, changeMembers, getGroup };
}

/** Shows a drawer, and takes it away and brings it back as a lock and an unlock do. */
async function lockable(Drawer: typeof GroupAccessDrawer | typeof GroupMembersDrawer, actions: GroupActions) {
  const kept = makeKept();
  kept.opened("betty");
  let setLocked = (_: boolean) => {};
  function Tab() {
    const [isLocked, set] = useState(false);
    setLocked = set;
    const props = { organizationId, group, actions, onClose: () => {} };
    return <KeptContext value={kept}>{isLocked ? null : <Drawer {...props} />}</KeptContext>;
  }
  await act(async () => void show(<Tab />));
  return async () => {
    await act(async () => {
      kept.locks();
      setLocked(true);
    });
    kept.settled();
    await act(async () => {
      kept.opened("betty");
      setLocked(false);
    });
  };
}

const permission = () => screen.getByLabelText<HTMLSelectElement>("Locked collection 1");
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole("button", { name })));

test("what was changed of a group's access comes back after a lock, and is saved against what was read before", async () => {
  const { actions, changeAccess, getGroup } = theirActions();
  const lockAndUnlock = await lockable(GroupAccessDrawer, actions);
  fireEvent.change(permission(), { target: { value: "manage" } });
  getGroup.mockImplementation(async () => ok({ grants: [{ collectionId, permission: "edit" }] }));
  await lockAndUnlock();
  expect(permission().value).toBe("manage");
  await press("Save access");
  const cells = [{ groupId: group.id, collectionId, from: "view", to: "manage" }];
  expect(changeAccess.mock.calls).toEqual([[{ organizationId, cells }]]);
});

test("a group's access that somebody else has changed is read again, and the edits go", async () => {
  const { actions, changeAccess, getGroup } = theirActions();
  await lockable(GroupAccessDrawer, actions);
  fireEvent.change(permission(), { target: { value: "manage" } });
  getGroup.mockImplementation(async () => ok({ grants: [{ collectionId, permission: "edit" }] }));
  changeAccess.mockImplementation(async () => ({ ok: false, failure: { code: "access_changed" } }));
  await press("Save access");
  expect(permission().value).toBe("edit");
});

test.each(["access", "members"] as const)(
  "%s that name something deleted are not refused again and again",
  async (what) => {
    const { actions, changeAccess, changeMembers } = theirActions();
    const gone = async () => ({ ok: false as const, failure: { code: "not_found" as const } });
    changeAccess.mockImplementation(gone);
    changeMembers.mockImplementation(gone);
    await lockable(what === "access" ? GroupAccessDrawer : GroupMembersDrawer, actions);
    if (what === "access") fireEvent.change(permission(), { target: { value: "manage" } });
    else fireEvent.change(screen.getByLabelText("Add member"), { target: { value: billy.id } });
    await press(`Save ${what}`);
    expect(screen.getByRole("alert").textContent).toContain("not there any more");
    await press(`Save ${what}`);
    expect(changeAccess.mock.calls.length + changeMembers.mock.calls.length).toBe(1);
  },
);

test("who comes into a group and who goes out of it is still there after a lock", async () => {
  const { actions, changeMembers } = theirActions();
  const lockAndUnlock = await lockable(GroupMembersDrawer, actions);
  fireEvent.change(screen.getByLabelText("Add member"), { target: { value: billy.id } });
  await press("Take Betty out");
  await lockAndUnlock();
  const rows = screen
    .getAllByRole("listitem")
    .map((row) => within(row).getByText(/Added|Taken out/).textContent);
  expect(rows).toEqual(["Added", "Taken out"]);
  await press("Save members");
  expect(changeMembers.mock.calls[0]?.[0]).toMatchObject({ given: [billy.id], taken: [betty.id] });
});
