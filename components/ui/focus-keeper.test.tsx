// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { FocusKeeper } from "@/components/ui/focus-keeper";
import { show } from "@/test/components";

const page = (children: React.ReactNode) => (
  <>
    <FocusKeeper />
    {children}
  </>
);

test("a dialog that took the place of another begins at its first field", async () => {
  const { rerender } = show(
    page(
      <div key="one" role="dialog" aria-label="Go to" tabIndex={-1}>
        <button type="button">Choose</button>
      </div>,
    ),
  );
  screen.getByRole("button", { name: "Choose" }).focus();
  rerender(
    page(
      <div key="other" role="dialog" aria-label="New client" tabIndex={-1}>
        <button type="button">Close</button>
        <input aria-label="Name" />
      </div>,
    ),
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" })));
});

test("a dialog that loses what had the focus has it itself", async () => {
  const dialog = (isThere: boolean) => (
    <div role="dialog" aria-label="People" tabIndex={-1}>
      <input aria-label="Name" />
      {isThere ? <button type="button">Remove</button> : null}
    </div>
  );
  const { rerender } = show(page(dialog(true)));
  screen.getByRole("button", { name: "Remove" }).focus();
  rerender(page(dialog(false)));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("dialog")));
});
