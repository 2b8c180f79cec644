// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
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
  expect(told?.map((element) => element?.textContent)).toContain("Choose a day that is still to come.");
  expect(document.activeElement).toBe(day);
  expect(day.value).toBe("2020-01-31");
});
