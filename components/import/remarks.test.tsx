// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { PreviewStep } from "@/components/import/preview-step";
import { previewOf } from "@/lib/import/preview";
import { readFile } from "@/lib/import/read-file";
import { show } from "@/test/components";

const login = (title: string, fileName?: string) => ({
  categoryUuid: "001",
  details: {
    loginFields: [{ value: "ana", designation: "username" }],
    ...(fileName && { documentAttributes: { fileName } }),
  },
  overview: { title },
});
const contract = {
  categoryUuid: "006",
  details: { documentAttributes: { fileName: "Contract.pdf" } },
  overview: { title: "Contract" },
};

test("an item that is nothing but a file counts as left out, and what came without its file does not", async () => {
  const items = [login("Router", "router.cfg"), contract];
  const data = { accounts: [{ vaults: [{ attrs: { name: "Work" }, items }] }] };
  const preview = previewOf(
    await readFile(
      zipSync({ "export.data": strToU8(JSON.stringify(data)), "export.attributes": strToU8("{}") }),
    ),
  );
  if (preview.kind !== "items") throw new Error("no items");
  expect(preview.total).toBe(1);
  show(
    <PreviewStep preview={preview} there={[]} isOwn>
      {null}
    </PreviewStep>,
  );
  const boxOf = (title: string) => within(screen.getByText(title).parentElement as HTMLElement);
  const leftOut = boxOf("1 row is left out");
  expect(leftOut.getByText(/“Contract”: left out, it is nothing but a file \(Contract\.pdf\)/)).toBeTruthy();
  expect(leftOut.getAllByRole("listitem")).toHaveLength(1);
  const changed = boxOf("1 thing is not quite as in the file");
  expect(changed.getByText(/“Router”: its file router\.cfg does not come along/)).toBeTruthy();
  expect(changed.getAllByRole("listitem")).toHaveLength(1);
});
