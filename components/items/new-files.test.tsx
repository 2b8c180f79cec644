// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ItemActions } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import { copyOfFile, type NewFile } from "@/components/items/new-file";
import { upload } from "@/components/items/transfer";
import type { WithItemKey } from "@/components/items/use-with-item-key";
import { emptyValues } from "@/components/items/values-of-item";
import { sealing } from "@/components/vault/sealing";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { aLogin, somebody } from "@/test/vault";

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
});
afterEach(() => void vi.useRealTimers());

/** What stands on the screen once all waiting between tries is over. */
const seen = (text: string) =>
  vi.waitFor(() => {
    vi.advanceTimersByTime(5_000);
    return screen.getByText(text);
  });

/** The form of a new item, over a server that keeps its files. */
function aForm(initialFiles: readonly NewFile[] = [], server = aFileServer()) {
  const made: { itemId: string; key: string }[] = [];
  const create = vi.fn<ItemActions["create"]>(async (item) => {
    made.push(item);
    return { ok: true, result: { itemId: item.itemId, revisedAt: new Date(), existed: false } as never };
  });
  const onClose = vi.fn();
  const actions = { create, files: server.actions, getKey: vi.fn() } as unknown as ItemActions;
  const initial = emptyValues("login", { organizationId: "", collectionIds: [] });
  const owners = [{ organizationId: null, name: "Me", collections: [] }] as never;
  show(<ItemDialog {...{ edited: null, owners, initial, initialFiles, actions, onClose }} />, vault);
  const typeName = () =>
    fireEvent.change(screen.getByLabelText("Name", { selector: "input" }), { target: { value: "Firewall" } });
  const choose = (...files: File[]) =>
    fireEvent.change(screen.getByLabelText("Add file", { selector: "input" }), { target: { files } });
  const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
  return { server, made, create, onClose, typeName, choose, press };
}

const file = (name: string, text = name) => new File([text], name);

test("what is chosen waits for the item, goes to it, and what is taken out again does not", async () => {
  const { server, made, onClose, typeName, choose, press } = aForm();
  typeName();
  choose(file("plan.pdf"), file("nothing.txt", ""), file("other.pdf"));
  expect(screen.getByRole("alert").textContent).toMatch(/nothing\.txt.*empty/);
  press("Do not add: other.pdf");
  expect(server.files.size).toBe(0);
  press("Save");
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect([...server.files.values()].map(({ itemId }) => itemId)).toEqual([made[0]?.itemId]);
  const [served] = [...server.files.values()];
  if (!served || !made[0]) throw new Error("both are there");
  const asked = { key: made[0].key as never, open: { name: served.fileName }, check: {} };
  expect(await vault.openItems("user", [asked])).toMatchObject([{ ok: true, texts: { name: "plan.pdf" } }]);
});

test("when a file does not go, the item stays saved, and the file can be sent again or left", async () => {
  const { server, create, onClose, typeName, choose, press } = aForm();
  typeName();
  choose(file("plan.pdf"), file("other.pdf"));
  server.lose(4);
  press("Save");
  await seen("The item is saved. These files are not with it yet.");
  expect(screen.getByRole("alert").textContent).toMatch(/plan\.pdf.*connection/);
  press("Try again");
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(server.files.size).toBe(2);
  expect(create).toHaveBeenCalledOnce();
});

test("somebody can go on without what did not go", async () => {
  const { server, onClose, typeName, choose, press } = aForm();
  typeName();
  choose(file("plan.pdf"));
  server.lose(4);
  press("Save");
  await seen("The item is saved. This file is not with it yet.");
  press("Go on without it");
  expect(onClose).toHaveBeenCalledOnce();
  expect(server.files.size).toBe(0);
});

test("a copy has files of its own, sealed anew", async () => {
  const server = aFileServer();
  const withKey: WithItemKey = (act) => sealing(act(vault));
  const from = { id: "1", organizationId: null, sealed: await sealItem(vault, "user", aLogin("Firewall")) };
  const way = { actions: server.actions, onProgress: () => {}, signal: new AbortController().signal };
  await upload(from, file("plan.pdf"), { ...way, withKey });
  const [original] = [...server.files.values()];
  if (!original) throw new Error("it is there");
  const { onClose, typeName, press } = aForm(
    [copyOfFile(from, { ...original, name: "plan.pdf" }, withKey)],
    server,
  );
  typeName();
  press("Save");
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const [, copy] = [...server.files.values()];
  expect(copy?.itemId).not.toBe("1");
  expect(copy?.key).not.toBe(original.key);
  expect(server.parts.size).toBe(2);
});
