// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { MemberFormActions } from "@/components/people/member-actions";
import { MemberDrawer } from "@/components/people/member-drawer";
import { RoleForm } from "@/components/people/role-form";
import { Dialog } from "@/components/ui/dialog";
import { OrganizationMemberId } from "@/lib/domain/ids";
import { show } from "@/test/components";

const changed = () => vi.fn(async () => ({ ok: true as const, result: { changed: true } }));

const brett = {
  id: "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01",
  userId: null,
  name: "Brett Warden",
  email: "brett@provider.example",
  role: "provider_admin",
  roleName: "Provider admin",
  status: "confirmed" as const,
  isYou: true,
  ofProvider: false,
  isAsked: false,
  askedBy: null,
  may: {
    approve: false,
    refuse: false,
    vouch: false,
    confirm: false,
    resend: false,
    edit: true,
    revoke: false,
    restore: false,
    remove: false,
  },
};

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole("button", { name })));

test("an admin who lowers their own role is asked first, told who remains, and led to the overview", async () => {
  const [changeRole, change, onDone] = [changed(), changed(), vi.fn()];
  const roles = ["service_user", "provider_admin"].map((value) => ({ value, label: value, hint: "" }));
  const loses = () => true;
  show(
    <Dialog open onOpenChange={() => {}} title="Role">
      <RoleForm
        person={brett}
        roles={roles}
        changeRole={changeRole}
        givingUp={{ loses, leavesOneAdmin: true, change, onDone }}
        onClose={() => {}}
      />
    </Dialog>,
  );
  fireEvent.click(screen.getByLabelText("service_user"));
  await press("Save");
  const question = screen.getByRole("alertdialog");
  expect(question.textContent).toContain("Only one provider admin");
  await act(async () => fireEvent.click(within(question).getByRole("button", { name: "Cancel" })));
  expect(change).not.toHaveBeenCalled();
  await press("Save");
  await press("Give up the role");
  expect(change).toHaveBeenCalledOnce();
  expect(changeRole).not.toHaveBeenCalled();
  expect(onDone).toHaveBeenCalledOnce();
});

test("an owner who makes themselves a plain member is asked first", async () => {
  const memberId = OrganizationMemberId.parse(brett.id);
  const { id: _, role: __, may: ___, ...olga } = brett;
  const member = { ...olga, id: memberId, role: "owner", permissions: [], groups: null, grants: null };
  const may = { role: true, groups: false, collections: false };
  const giveUpRole = changed();
  const actions = {
    getMember: async () => ({ ok: true, result: { ...member, may } }),
    giveUpRole,
  } as unknown as MemberFormActions;
  const givable = { roles: ["owner" as const, "user" as const], permissions: [] };
  await act(
    async () =>
      void show(
        <MemberDrawer
          organizationId="7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a02"
          {...{ memberId, givable, actions }}
          onClose={() => {}}
        />,
      ),
  );
  fireEvent.click(screen.getByRole("radio", { name: /User/ }));
  await press("Save");
  expect(giveUpRole).not.toHaveBeenCalled();
  await press("Give up the role");
  expect(giveUpRole).toHaveBeenCalledOnce();
});
