// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ClientSeatsForm } from "@/components/clients/client-seats-form";
import type { SeatTotal } from "@/components/clients/clients";
import { Dialog } from "@/components/ui/dialog";
import { client } from "@/test/client-row";
import { show } from "@/test/components";

const full: SeatTotal = { plan: "teams_monthly", minimum: 8, assigned: 8, discount: null };

const refused = (unassigned: number) => ({
  ok: false as const,
  failure: { code: "seats_need_purchase" as const, values: { unassigned } },
});

function open(total: SeatTotal, setSeats = vi.fn(async () => refused(0))) {
  show(
    <Dialog open onOpenChange={() => {}} title="Manage seats">
      <ClientSeatsForm
        providerId="7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"
        client={client}
        total={total}
        mayPurchase={false}
        setSeats={setSeats}
        onClose={() => {}}
      />
    </Dialog>,
  );
  const field = screen.getByLabelText("Assigned seats");
  return {
    setSeats,
    type: (value: string) => fireEvent.change(field, { target: { value } }),
    save: () => screen.getByRole<HTMLButtonElement>("button", { name: "Save" }),
  };
}

test("seats that would have to be purchased by somebody else are not sent, and the button says why", () => {
  const { type, save } = open(full);
  expect(save().disabled).toBe(false);
  type("9");
  expect(save().disabled).toBe(true);
  const why = document.getElementById(save().getAttribute("aria-describedby") ?? "");
  expect(why?.textContent).toContain("No unassigned seat is available. Ask a provider admin for more.");
  type("7");
  expect(save().disabled).toBe(false);
  expect(save().hasAttribute("aria-describedby")).toBe(false);
});

test.each(["-3", "0", "1.5", "4", "100001", "99999999999999", ""])(
  "%s is no number of seats for it, so nothing is forecast",
  (typed) => {
    const { type } = open(full);
    expect(document.body.textContent).toContain("will be left");
    type(typed);
    expect(document.body.textContent).toContain("5 seats in use.");
    expect(document.body.textContent).not.toMatch(/will be|available/);
  },
);

test("what the server refuses stands at the field, until another number is typed", async () => {
  const { type, save, setSeats } = open({ ...full, minimum: 20 });
  type("9");
  fireEvent.click(save());
  const text = "No seat is unassigned. Ask a provider admin for more.";
  await screen.findByText(text);
  expect(setSeats).toHaveBeenCalledOnce();
  expect(screen.queryByRole("alert")).toBeNull();
  type("8");
  await vi.waitFor(() => expect(screen.queryByText(text)).toBeNull());
});
