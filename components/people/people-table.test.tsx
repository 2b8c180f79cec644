// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { PeopleTable } from "@/components/people/people-table";
import type { Person } from "@/components/people/person";
import { show } from "@/test/components";

const nothing = {
  approve: false,
  refuse: false,
  vouch: false,
  confirm: false,
  resend: false,
  edit: false,
  revoke: false,
  restore: false,
  remove: false,
};
const someone = (name: string, status: Person["status"], may: Partial<Person["may"]>): Person => ({
  id: name,
  userId: null,
  name,
  email: `${name}@client.example`,
  role: "user",
  roleName: "User",
  status,
  isYou: false,
  ofProvider: false,
  isAsked: false,
  askedBy: null,
  may: { ...nothing, ...may },
});
const ada = someone("ada", "confirmed", { remove: true });
const ivy = someone("ivy", "invited", { remove: true, resend: true });
const you = someone("you", "confirmed", {});

function table() {
  const onAct = vi.fn();
  const sort = { state: "none", href: "" } as const;
  show(
    <PeopleTable
      of="provider"
      people={[ada, ivy, you]}
      openId={null}
      sorts={{ name: sort, role: sort }}
      leads={() => []}
      onAct={onAct}
    />,
  );
  return onAct;
}
const tick = (name: string) => fireEvent.click(screen.getByRole("checkbox", { name: `Select ${name}` }));
const bar = () => within(screen.getByRole("region", { name: "Selected members" }));

test("what can be done with the selected stands above the list, with how many they are", () => {
  const onAct = table();
  expect(screen.queryByRole("region")).toBeNull();
  tick("ada");
  tick("ivy");
  expect(bar().getByRole("status").textContent).toBe("2 members selected");
  fireEvent.click(bar().getByRole("button", { name: "Remove" }));
  expect(onAct).toHaveBeenCalledWith("remove", [ada, ivy]);
  fireEvent.click(bar().getByRole("button", { name: "Clear the selection" }));
  expect(screen.queryByRole("region")).toBeNull();
});

test("where only invitations are taken away, it is called withdrawing them", () => {
  table();
  tick("ivy");
  tick("you");
  expect(bar().queryByRole("button", { name: "Remove" })).toBeNull();
  expect(bar().getByRole("button", { name: "Withdraw invitations" })).toBeTruthy();
});
