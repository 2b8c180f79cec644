// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { Dialog } from "@/components/ui/dialog";
import { Drawer } from "@/components/ui/drawer";
import { FocusKeeper } from "@/components/ui/focus-keeper";
import { PasswordInput } from "@/components/ui/password-input";
import { RowMenu } from "@/components/ui/row-menu";
import { show } from "@/test/components";

function Page() {
  const [open, setOpen] = useState<"dialog" | "drawer" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <button type="button" onClick={() => setOpen("dialog")}>
        New
      </button>
      <button type="button" onClick={() => setOpen("drawer")}>
        Router
      </button>
      <Dialog open={open === "dialog"} onOpenChange={close} title="New item">
        <input aria-label="Name" />
      </Dialog>
      {open === "drawer" ? (
        <Drawer open onOpenChange={close} title="Router">
          <PasswordInput aria-label="Master password" invited={false} autoFocus />
        </Drawer>
      ) : null}
    </>
  );
}

const press = (name: string) => {
  const button = screen.getByRole("button", { name });
  button.focus();
  fireEvent.click(button);
  return button;
};

const leave = async () => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
};

test("a drawer that begins with a field gives the focus back to what opened it", async () => {
  show(<Page />);
  press("New");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" })));
  await leave();
  const row = press("Router");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Master password")));
  await leave();
  await waitFor(() => expect(document.activeElement).toBe(row));
});

function WithMenu() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <FocusKeeper />
      <button type="button">Router</button>
      <Drawer open onOpenChange={() => {}} title="Router">
        <RowMenu
          label="More"
          entries={[
            { label: "Move", onSelect: () => setOpen(true) },
            { label: "Archive", onSelect: () => {} },
          ]}
        />
      </Drawer>
      <Dialog open={isOpen} onOpenChange={setOpen} title="Move Router">
        <input aria-label="Folder" />
      </Dialog>
    </>
  );
}

test("a dialog that a menu of a drawer opens gives the focus back to the menu's button", async () => {
  show(<WithMenu />);
  screen.getByRole("button", { name: "Router" }).focus();
  const more = press("More");
  const entry = await screen.findByRole("menuitem", { name: "Move" });
  entry.focus();
  fireEvent.click(entry);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Folder")));
  fireEvent.keyDown(screen.getByLabelText("Folder"), { key: "Escape" });
  await waitFor(() => expect(document.activeElement).toBe(more));
});
