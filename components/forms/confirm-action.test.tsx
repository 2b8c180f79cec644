// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ConfirmAction } from "@/components/forms/confirm-action";
import type { ActionResult, Failure } from "@/lib/http/result";
import { show } from "@/test/components";

function asked(answer: ActionResult<unknown>, typed?: string) {
  const act = vi.fn(async () => answer);
  const onClose = vi.fn();
  const around = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  show(
    <form onSubmit={around}>
      <ConfirmAction
        title="Delete it?"
        confirm="Delete for good"
        {...(typed !== undefined && { typed })}
        act={act}
        done="Deleted"
        onClose={onClose}
      >
        All of it.
      </ConfirmAction>
    </form>,
  );
  return { act, onClose, around };
}

const refused = (code: Failure["code"]) => ({ ok: false as const, failure: { code } });
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
const enter = (value: string) => {
  const field = screen.getByLabelText<HTMLInputElement>(/^Type/);
  fireEvent.change(field, { target: { value } });
  fireEvent.keyDown(field, { key: "Enter" });
};

test("Enter acts once the name is right, in whatever case and with whichever apostrophe", async () => {
  const { act, onClose, around } = asked({ ok: true, result: null }, "O’Brien’s Bakery");
  enter("O’Brien");
  expect(button("Delete for good").disabled).toBe(true);
  expect(act).not.toHaveBeenCalled();
  fireEvent.keyDown(screen.getByLabelText(/^Type/), { key: "Enter", isComposing: true });
  enter("o'brien's bakery ");
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(act).toHaveBeenCalledOnce();
  expect(around).not.toHaveBeenCalled();
});

test("what is refused for good is not asked for again, by the button nor by Enter", async () => {
  const { act } = asked(refused("client_has_had_members"), "Cobalt");
  enter("Cobalt");
  await screen.findByRole("alert");
  fireEvent.click(button("Delete for good"));
  enter("Cobalt");
  expect(button("Delete for good").getAttribute("aria-disabled")).toBe("true");
  expect(act).toHaveBeenCalledOnce();
});

test("what may go better another time is asked for again", async () => {
  const { act } = asked(refused("busy"));
  fireEvent.click(button("Delete for good"));
  await screen.findByRole("alert");
  fireEvent.click(button("Delete for good"));
  await vi.waitFor(() => expect(act).toHaveBeenCalledTimes(2));
});

test("where somebody else was first, what is there now is loaded instead", async () => {
  const { act, onClose } = asked(refused("not_found"));
  fireEvent.click(button("Delete for good"));
  await screen.findByRole("alert");
  fireEvent.click(button("Load the current version"));
  expect(onClose).toHaveBeenCalled();
  expect(act).toHaveBeenCalledOnce();
});
