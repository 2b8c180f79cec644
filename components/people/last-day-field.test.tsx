// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { InviteForm } from "@/components/people/invite-form";
import type { Person } from "@/components/people/person";
import { RoleForm } from "@/components/people/role-form";
import { Dialog } from "@/components/ui/dialog";
import { show } from "@/test/components";

const roles = [{ value: "service_user", label: "Service user", hint: "" }] as const;
const isPast = async () => ({ ok: false as const, failure: { code: "access_end_is_past" as const } });
const lee: Person = {
  id: "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01",
  userId: null,
  name: "Lee",
  email: "lee@provider.example",
  role: "service_user",
  roleName: "Service user",
  status: "confirmed",
  isYou: false,
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

const forms = {
  invitation: (
    <InviteForm roles={roles} usualRole="service_user" invite={isPast} asksLastDay onClose={() => {}} />
  ),
  role: (
    <RoleForm
      person={lee}
      roles={roles}
      changeRole={isPast}
      givingUp={{ loses: () => false, leavesOneAdmin: false, change: isPast, onDone() {} }}
      onClose={() => {}}
    />
  ),
};

test.each([
  ["invitation", "Send invitation"],
  ["role", "Save"],
] as const)("a last day that is past is told at its field: %s", async (form, button) => {
  show(
    <Dialog open onOpenChange={() => {}} title="Form">
      {forms[form]}
    </Dialog>,
  );
  const emails = screen.queryByLabelText("E-mail addresses");
  if (emails) fireEvent.change(emails, { target: { value: "new@provider.example" } });
  const day = screen.getByLabelText<HTMLInputElement>(/^Access ends after/);
  fireEvent.change(day, { target: { value: "2020-01-31" } });
  await act(async () => fireEvent.click(screen.getByRole("button", { name: new RegExp(button) })));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(day.getAttribute("aria-invalid")).toBe("true");
  const told = day
    .getAttribute("aria-describedby")
    ?.split(" ")
    .map((id) => document.getElementById(id));
  expect(told?.map((element) => element?.textContent)).toContain("Choose today or a later day.");
  expect(document.activeElement).toBe(day);
  expect(day.value).toBe("2020-01-31");
});

test("an invitation whose access ends before its link does says so", () => {
  show(
    <Dialog open onOpenChange={() => {}} title="Form">
      {forms.invitation}
    </Dialog>,
  );
  const day = screen.getByLabelText<HTMLInputElement>(/^Access ends after/);
  const said = /^Their access ends before the invitation does/;
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE");
  fireEvent.change(day, { target: { value: inDays(2) } });
  expect(screen.getByText(said)).toBeTruthy();
  fireEvent.change(day, { target: { value: inDays(7) } });
  expect(screen.queryByText(said)).toBeNull();
});

test("once the others are sent, those that were passed over leave nothing to do but to end", async () => {
  const onClose = vi.fn();
  const invite = async () => ({
    ok: true as const,
    result: { rows: [{ email: "lee@provider.example", outcome: "already_a_member" as const }] },
  });
  show(
    <Dialog open onOpenChange={() => {}} title="Form">
      <InviteForm roles={roles} usualRole="service_user" invite={invite as never} onClose={onClose} />
    </Dialog>,
  );
  const emails = screen.getByLabelText("E-mail addresses");
  fireEvent.change(emails, { target: { value: "lee@provider.example" } });
  await act(async () => fireEvent.click(screen.getByRole("button", { name: /^Send/ })));
  expect(screen.queryByRole("button", { name: /^Send/ })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(onClose).toHaveBeenCalled();
  fireEvent.change(emails, { target: { value: "ada@provider.example" } });
  expect(screen.getByRole("button", { name: /^Send/ })).toBeTruthy();
});
