// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { FileActions, ItemRow } from "@/components/items/item";
import { ItemFiles } from "@/components/items/item-files";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { somebody } from "@/test/vault";

test("files that could not be asked for are asked for again by a button", async () => {
  const { vault } = await somebody("betty@cobalt.example");
  const list = vi.fn<FileActions["list"]>(async () => ({ ok: true, result: [] }));
  list.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const item = {
    ...{ id: "1", organizationId: null, deletedAt: null, revisedAt: new Date(0), damage: [] },
    may: { edit: true, delete: true, reveal: true, assign: true },
    sealed: { key: null },
  } as unknown as ItemRow;
  const actions = { getKey: vi.fn(), files: { ...aFileServer().actions, list } };
  show(<ItemFiles item={item} actions={actions} />, vault);
  expect((await screen.findByRole("alert")).textContent).toContain("The server cannot be reached");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2));
  expect(screen.queryByRole("alert")).toBeNull();
});
