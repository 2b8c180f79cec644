// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
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
