// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { MemberFormActions } from "@/components/people/member-actions";
import { MemberDrawer } from "@/components/people/member-drawer";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import { CollectionId, OrganizationMemberId } from "@/lib/domain/ids";
import type { OrganizationMember } from "@/lib/operations/organization/get-member";
import { show } from "@/test/components";

const organizationId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const memberId = OrganizationMemberId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a02");
const collectionId = CollectionId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a03");

const billy = (permission: CollectionPermission): OrganizationMember => ({
  id: memberId,
  userId: null,
  name: "Billy",
  email: "billy@cobalt.example",
  role: "user",
  permissions: [],
  status: "confirmed",
  isYou: false,
  groups: [],
  grants: [{ collectionId, permission }],
  may: { role: true, groups: true, collections: true },
});

const ok = <Result,>(result: Result) => ({ ok: true as const, result });

test.each([
  ["changed", "access_changed", "changed by somebody else"],
  ["deleted", "not_found", "not there any more"],
] as const)(
  "what somebody else has %s of a member is read again, and the edits go",
  async (_how, code, said) => {
    const read = vi.fn(async () => ok(billy("view")));
    const refused = { ok: false, failure: { code } } as const;
    const changeCollections = vi.fn<MemberFormActions["changeCollections"]>(async () => refused);
    const actions = {
      getMember: read,
      changeCollections,
      listCollections: async () => ok({ collections: [{ id: collectionId, mayManage: true }], next: null }),
      listGroups: async () => ok({ groups: [], next: null }),
      getKey: vi.fn(),
    } as unknown as MemberFormActions;
    const onClose = vi.fn();
    const givable = { roles: ["user" as const], permissions: [] };
    await act(
      async () => void show(<MemberDrawer {...{ organizationId, memberId, givable, actions, onClose }} />),
    );
    const permission = () => screen.getByLabelText<HTMLSelectElement>("Locked collection 1");
    const save = () => act(async () => fireEvent.click(screen.getByRole("button", { name: "Save" })));
    fireEvent.change(permission(), { target: { value: "manage" } });
    expect(permission().value).toBe("manage");

    read.mockImplementation(async () => ok(billy("edit")));
    await save();
    expect(changeCollections).toHaveBeenCalledOnce();
    expect(screen.getByRole("alert").textContent).toContain(said);
    expect(onClose).not.toHaveBeenCalled();
    expect(permission().value).toBe("edit");
    // Nothing is left that would be sent again over what was read.
    await save();
    expect(changeCollections).toHaveBeenCalledOnce();
  },
);
