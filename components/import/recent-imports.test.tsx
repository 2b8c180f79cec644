// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { RecentImports } from "@/components/import/recent-imports";
import type { ImportPlace } from "@/lib/operations/import/get-import-place";
import { show } from "@/test/components";

type Recent = ImportPlace["recent"][number];

const anImport = (id: string, isOwn: boolean) =>
  ({ id, isOwn, by: id, items: 3, begunAt: new Date(), doneAt: new Date(), undoneAt: null }) as Recent;

test("only whoever began an import is offered to undo it", () => {
  const recent = [anImport("Brett", true), anImport("Betty", false)];
  show(<RecentImports organizationId={null} recent={recent} undo={() => Promise.reject()} />);
  const rows = screen.getAllByRole("listitem");
  const offered = rows.map((row) => row.querySelector("button") !== null);
  expect([rows.length, offered]).toEqual([2, [true, false]]);
});

test.each([
  [{ count: 3, kept: 0 }, "The import was undone: 3 items were deleted."],
  [{ count: 2, kept: 1 }, "2 items were deleted. 1 stays: it was changed since, or is in the trash."],
  [{ count: 0, kept: 3 }, "Nothing was undone. All 3 items were changed since, or are in the trash."],
])("whoever undoes an import hears what became of it: %o", async (result, said) => {
  const undo = async () => ({ ok: true as const, result });
  show(<RecentImports organizationId={null} recent={[anImport("Brett", true)]} undo={undo} />);
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  const dialog = await screen.findByRole("alertdialog").catch(() => screen.getByRole("dialog"));
  fireEvent.click(within(dialog).getByRole("button", { name: "Undo" }));
  expect(await screen.findByText(said)).toBeDefined();
});
