// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { SeatTotal } from "@/components/clients/clients";
import { NewClientForm } from "@/components/clients/new-client-form";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/http/result";
import { show } from "@/test/components";

vi.mock("@/components/vault/use-provider-key", () => ({
  useProviderKey: () => async () => ({ ok: true, result: { client: {}, known: [] } }),
}));
vi.mock("@/components/blueprints/blueprint-choice", () => ({ BlueprintChoice: () => null }));
vi.mock("@/components/vault/vault-context", async (original) => ({
  ...(await original<typeof import("@/components/vault/vault-context")>()),
  useVaultKeeper: () => ({ vault: { remember: async () => {} } }),
}));

const sealing = "Creating the client’s keys on this device";
const total = (assigned: number): SeatTotal => ({
  plan: "teams_monthly",
  minimum: 10,
  assigned,
  discount: null,
});

/** A dialog that closes only when it is told to, as one that fades out does. */
function opened() {
  let answer: (made: ActionResult<{ existed: boolean }>) => void = () => {};
  const unused = () => Promise.reject(new Error("is not asked for"));
  const onClose = vi.fn();
  const create = () => new Promise<ActionResult<{ existed: boolean }>>((resolve) => (answer = resolve));
  const dialog = (assigned: number) => (
    <Dialog open onOpenChange={() => {}} title="New client">
      <NewClientForm
        providerId="7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"
        totals={[total(assigned), { ...total(0), plan: "enterprise_monthly" }]}
        mayPurchase
        actions={{ create, correct: unused, listBlueprints: unused, askProviderKey: unused }}
        onClose={onClose}
      />
    </Dialog>
  );
  const { rerender } = show(dialog(8));
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  return {
    onClose,
    type,
    count: (assigned: number) => rerender(dialog(assigned)),
    async send() {
      type("Client name", "Fjord Logistics");
      type("Client owner’s e-mail", "owner@fjord.example");
      type("Seats", "2");
      fireEvent.click(screen.getByRole("button", { name: "Create client" }));
      await screen.findByText(sealing);
    },
    answer: (made: ActionResult<{ existed: boolean }>) => answer(made),
  };
}

const said = () => document.body.textContent ?? "";

test("a client that was made is not counted a second time before the dialog is gone", async () => {
  const { send, count, answer, onClose } = opened();
  await send();
  const before = said();
  expect(before).toContain("No unassigned Teams seat will be left.");
  count(10);
  expect(said()).toBe(before);
  answer({ ok: true, result: { existed: false } });
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  await vi.waitFor(() => expect(screen.queryByText(sealing)).toBeNull());
  expect(said()).not.toMatch(/will be purchased/);
});

test("when it was not made, the numbers are those of now", async () => {
  const { send, count, answer } = opened();
  await send();
  count(10);
  answer({ ok: false, failure: { code: "seats_changed" } });
  await vi.waitFor(() => expect(said()).toMatch(/2 additional Teams seats will be purchased/));
});
