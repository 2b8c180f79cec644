// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ProviderTable } from "@/components/admin/provider-table";
import type { ProviderRow } from "@/components/admin/providers";
import { ProviderId } from "@/lib/domain/ids";
import { show } from "@/test/components";

const invited: ProviderRow = {
  id: ProviderId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"),
  name: null,
  ownerEmail: "wrong@provider.example",
  status: "pending",
  state: "enabled",
  suspensionReason: null,
  clients: 0,
  members: 0,
  minimums: { teams_monthly: 75 },
  assigned: { teams_monthly: 80 },
  discountPercent: 0,
  invitedAt: new Date(0),
  setUpAt: null,
};
const setUp: ProviderRow = {
  ...invited,
  id: ProviderId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a02"),
  name: "My Provider",
  status: "billable",
  setUpAt: new Date(0),
};
const suspended: ProviderRow = {
  ...setUp,
  id: ProviderId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a03"),
  name: "Other Provider",
  state: "suspended",
  suspensionReason: "Two invoices are overdue.",
};
const answer = () => vi.fn(async (_: object) => ({ ok: true as const, result: null }));

function table() {
  const actions = {
    resend: answer(),
    correct: answer(),
    withdraw: answer(),
    changeTerms: answer(),
    suspend: answer(),
    reinstate: answer(),
  };
  const sort = { state: "none" as const, href: "/admin/providers" };
  show(
    <ProviderTable
      providers={[invited, setUp, suspended]}
      sorts={{ age: sort, name: sort }}
      actions={actions}
    />,
  );
  return actions;
}

const openMenu = (of: string) => {
  const menu = screen.getByRole("button", { name: `Options of ${of}` });
  fireEvent.pointerDown(menu, { pointerType: "mouse" });
  fireEvent.mouseDown(menu);
  fireEvent.click(menu);
};
const choose = async (entry: string, of = "wrong@provider.example") => {
  openMenu(of);
  fireEvent.click(await screen.findByRole("menuitem", { name: entry }));
};

test("seats beyond the minimum are told as purchased, and not as so many of fewer", () => {
  table();
  const row = within(screen.getByRole("row", { name: /My Provider/ }));
  for (const told of ["80 assigned", "minimum 75", "5 purchased", "0 assigned", "minimum 0"])
    expect(row.getByText(told)).toBeTruthy();
});

test("only an invitation that nobody has followed can be changed", async () => {
  table();
  openMenu("My Provider");
  expect(await screen.findByRole("menuitem", { name: "Suspend" })).toBeTruthy();
  expect(screen.queryByRole("menuitem", { name: "Change invitation" })).toBeNull();
});

test("seats and discount are changed where it is said what they come to", async () => {
  const { changeTerms } = table();
  await choose("Change seats and discount", "My Provider");
  const dialog = await screen.findByRole("dialog", { name: "Seats and discount of My Provider" });
  expect(within(dialog).getByText(/80 are assigned to clients. 5 will be purchased/)).toBeTruthy();
  fireEvent.change(within(dialog).getByLabelText("Teams seat minimum"), { target: { value: "999999999" } });
  expect(within(dialog).getAllByText(/purchased beyond the minimum/)).toHaveLength(1);
  fireEvent.change(within(dialog).getByLabelText("Teams seat minimum"), { target: { value: "60" } });
  expect(within(dialog).getByText(/20 will be purchased beyond the minimum/)).toBeTruthy();
  fireEvent.change(within(dialog).getByLabelText("Discount in percent"), { target: { value: "10" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(changeTerms).toHaveBeenCalled());
  expect(changeTerms.mock.calls[0]?.[0]).toEqual({
    providerId: setUp.id,
    shown: { teamsSeats: 75, enterpriseSeats: 0, discountPercent: 0 },
    teamsSeats: 60,
    enterpriseSeats: 0,
    discountPercent: 10,
  });
});

test("a provider is suspended with a reason, and not without one", async () => {
  const { suspend } = table();
  await choose("Suspend", "My Provider");
  const dialog = await screen.findByRole("dialog", { name: "Suspend My Provider?" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Suspend" }));
  const field = within(dialog).getByLabelText("Reason");
  await vi.waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
  expect(suspend).not.toHaveBeenCalled();
  fireEvent.change(field, { target: { value: "Overdue." } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Suspend" }));
  await vi.waitFor(() => expect(suspend).toHaveBeenCalledWith({ providerId: setUp.id, reason: "Overdue." }));
});

test("a suspended one says why, and is reinstated once that was confirmed", async () => {
  const { reinstate } = table();
  expect(screen.getByText(/Two invoices are overdue/)).toBeTruthy();
  await choose("Reinstate", "Other Provider");
  const question = await screen.findByRole("alertdialog");
  fireEvent.click(within(question).getByRole("button", { name: "Reinstate" }));
  await vi.waitFor(() => expect(reinstate).toHaveBeenCalledWith({ providerId: suspended.id }));
});

test("a wrong address and wrong minimums are changed where they stand", async () => {
  const { correct } = table();
  await choose("Change invitation");
  const dialog = await screen.findByRole("dialog", { name: "Change the invitation" });
  const email = within(dialog).getByLabelText<HTMLInputElement>("Owner’s e-mail");
  expect(email.value).toBe("wrong@provider.example");
  fireEvent.change(email, { target: { value: "right@provider.example" } });
  fireEvent.change(within(dialog).getByLabelText("Enterprise seat minimum"), { target: { value: "10" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(correct).toHaveBeenCalled());
  expect(correct.mock.calls[0]?.[0]).toEqual({
    providerId: invited.id,
    email: "right@provider.example",
    name: "",
    teamsSeats: 75,
    enterpriseSeats: 10,
    discountPercent: 0,
  });
});

test("it is withdrawn once that was confirmed", async () => {
  const { withdraw } = table();
  await choose("Withdraw invitation");
  const question = await screen.findByRole("alertdialog");
  expect(withdraw).not.toHaveBeenCalled();
  fireEvent.click(within(question).getByRole("button", { name: "Withdraw invitation" }));
  await vi.waitFor(() => expect(withdraw).toHaveBeenCalledWith({ providerId: invited.id }));
});
