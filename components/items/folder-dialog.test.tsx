// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { FolderDialog } from "@/components/items/folder-dialog";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { somebody } from "@/test/vault";

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
});

const network = { id: "1", name: "Réseau" };
const folders = [network, { id: "2", name: "Printers" }, { id: "3", name: null }];
const taken = "You have one of this name already. Choose another.";

function aDialog(folder: typeof network | null) {
  const done = () => vi.fn(async () => ({ ok: true as const, result: null as never }));
  const actions = { createFolder: done(), renameFolder: done(), deleteFolder: done() };
  const onClose = vi.fn();
  show(<FolderDialog {...{ folder, folders, actions, onClose }} />, vault);
  const save = (name: string) => {
    fireEvent.change(screen.getByLabelText("Name"), { target: { value: name } });
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
  };
  return { ...actions, onClose, save };
}

test.each(["Réseau", " reseau ", "PRINTERS"])("a second folder %j is not made", async (name) => {
  const { createFolder, save } = aDialog(null);
  save(name);
  await screen.findByText(taken);
  expect(createFolder).not.toHaveBeenCalled();
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe(name);
  save("Routers");
  await vi.waitFor(() => expect(createFolder).toHaveBeenCalledOnce());
});

test("a folder is renamed to what it is called itself, and not to what another is", async () => {
  const { renameFolder, save } = aDialog(network);
  save("printers");
  await screen.findByText(taken);
  expect(renameFolder).not.toHaveBeenCalled();
  save("RÉSEAU");
  await vi.waitFor(() => expect(renameFolder).toHaveBeenCalledOnce());
});
