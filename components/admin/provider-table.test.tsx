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
  clients: 0,
  minimums: { teams_monthly: 75 },
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
const answer = () => vi.fn(async (_: object) => ({ ok: true as const, result: null }));

function table() {
  const actions = { resend: answer(), correct: answer(), withdraw: answer() };
  show(<ProviderTable providers={[invited, setUp]} actions={actions} />);
  return actions;
}

const choose = async (entry: string) => {
  const menu = screen.getByRole("button", { name: "Options of wrong@provider.example" });
  fireEvent.pointerDown(menu, { pointerType: "mouse" });
  fireEvent.mouseDown(menu);
  fireEvent.click(menu);
  fireEvent.click(await screen.findByRole("menuitem", { name: entry }));
};

test("only an invitation that nobody has followed can be changed", () => {
  table();
  expect(screen.getAllByRole("button", { name: /^Options of/ })).toHaveLength(1);
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
