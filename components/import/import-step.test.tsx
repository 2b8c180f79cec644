// @vitest-environment happy-dom
import { randomUUID } from "node:crypto";
import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ImportActions } from "@/components/import/import-actions";
import type { Place } from "@/components/import/import-page";
import { ImportStep } from "@/components/import/import-step";
import { keepBegun } from "@/components/import/remembered";
import { utf8 } from "@/lib/crypto/bytes";
import { OrganizationId } from "@/lib/domain/ids";
import { compactForm, compactItems, inParts } from "@/lib/domain/item/compact";
import { makeReader } from "@/lib/import/reader";
import { sealItems } from "@/lib/vault/seal-item";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { aClientKey, aProviderKey, aSealedRow, somebody } from "@/test/vault";

beforeEach(() => window.localStorage.clear());

const place: Place = {
  organizationId: null,
  owner: "",
  rememberedAs: randomUUID(),
  mayMakeCollections: false,
  restricted: [],
  keptBy: null,
  recent: [],
};

/** The step of a file of ten logins, of which an import that has begun has brought four. */
async function aBegunImport() {
  const { vault } = await somebody("betty.warden@client.example");
  const reader = makeReader();
  const rows = Array.from({ length: 10 }, (_, at) => `Item ${at},https://s${at}.test,u,p${at},`);
  const read = await reader.read(utf8(`name,url,username,password,note\n${rows.join("\n")}`), {});
  if (!read.ok || read.preview.kind !== "items") throw new Error("no items");
  const { preview } = read;
  const importId = randomUUID();
  const choice = { into: [], leavesRepeated: true, leavesThere: true };
  const mark = await reader.mark(importId);
  const begun = {
    ...choice,
    importId,
    mark,
    place: place.rememberedAs,
    at: Date.now(),
    hasItems: false,
    isDone: false,
  };
  keepBegun(begun);

  await reader.choose({ importId, leavesRepeated: true, restricted: [] });
  const brought = (await reader.part(0, 4)).map(({ item }) => item);
  const row = await aSealedRow(vault, "any");
  let kept = (await sealItems(vault, "user", brought)).map((item) => ({ ...row, ...item, id: randomUUID() }));
  const sent: string[] = [];
  let over: string | null = null;
  const isOver = { ok: false as const, failure: { code: "import_over" as const } };
  const nobody = async () => ({ ok: false as const, failure: { code: "not_found" as const } });
  const actions = {
    getKey: nobody,
    undo: nobody,
    askItems: nobody,
    files: aFileServer().actions,
    ask: {
      organizationItems: nobody,
      // Only its items are asked for.
      myVault: async () => ({
        ok: true,
        result: {
          revision: "1",
          contents: { form: compactForm, compact: inParts(compactItems(kept as never, [])) } as never,
        },
      }),
    },
    finish: async (input) =>
      input.importId === over
        ? isOver
        : { ok: true, result: { count: sent.length, types: [], unreached: 0 } },
    async send(part) {
      if (part.importId === over) return isOver;
      sent.push(...part.items.map(({ itemId }) => itemId));
      return { ok: true, result: { created: part.items.length, existed: 0 } };
    },
  } as ImportActions;
  const stepOf = (undone: readonly string[]) => (
    <ImportStep
      preview={preview}
      begun={begun}
      over={undone}
      place={place}
      names={new Map()}
      reader={() => reader}
      actions={actions}
      onAnother={() => {}}
    />
  );
  const { rerender } = show(stepOf([]), vault);
  await screen.findByText(/4 items that are there already/);
  return {
    sent,
    /** Its four items go; the page may be told of it or not. */
    undo(isTold: boolean) {
      kept = [];
      over = importId;
      if (isTold) rerender(stepOf([importId]));
    },
  };
}

describe("a file of which a part has come and was undone comes whole", () => {
  test("and what was undone is not said to be there", async () => {
    const { sent, undo } = await aBegunImport();
    undo(true);
    const button = await screen.findByRole("button", { name: "Import 10 items" });
    expect(screen.queryByText(/there already/)).toBeNull();
    await vi.waitFor(() => expect(button.getAttribute("aria-busy")).not.toBe("true"));
    fireEvent.click(button);
    await screen.findByText("10 items were imported", {}, { timeout: 10_000 });
    expect(new Set(sent).size).toBe(10);
  });

  test("also where the page has not heard of it", async () => {
    const { sent, undo } = await aBegunImport();
    undo(false);
    fireEvent.click(screen.getByRole("button", { name: "Import 6 items" }));
    await screen.findByText("10 items were imported", {}, { timeout: 10_000 });
    expect(new Set(sent).size).toBe(10);
  });
});

test("in an organization nobody is made to leave out what it has in another collection", async () => {
  const { vault } = await somebody("betty.warden@client.example");
  const reader = makeReader();
  const read = await reader.read(utf8("name,url,username,password,note\nRouter,https://r.test,u,p,"), {});
  if (!read.ok || read.preview.kind !== "items") throw new Error("no items");
  const organizationId = OrganizationId.parse(randomUUID());
  await aClientKey(vault, "1", organizationId, await aProviderKey(vault, "1"));
  const brought = await reader
    .choose({ importId: randomUUID(), leavesRepeated: true, restricted: [] })
    .then((count) => reader.part(0, count));
  const sealed = await sealItems(
    vault,
    `organization:${organizationId}`,
    brought.map(({ item }) => item),
  );
  const row = await aSealedRow(vault, "any");
  const items = sealed.map((item) => ({ ...row, ...item, organizationId }));
  const nobody = async () => ({ ok: false as const, failure: { code: "not_found" as const } });
  const ask = {
    myVault: nobody,
    organizationItems: async () => ({ ok: true as const, result: { items, next: null } as never }),
  };
  const noFiles = { askItems: nobody, files: aFileServer().actions };
  const actions: ImportActions = {
    ...noFiles,
    ask,
    getKey: nobody,
    undo: nobody,
    finish: nobody,
    send: nobody,
  };
  show(
    <ImportStep
      preview={read.preview}
      begun={null}
      over={[]}
      place={{ ...place, organizationId, mayMakeCollections: true }}
      names={new Map()}
      reader={() => reader}
      actions={actions}
      onAnother={() => {}}
    />,
    vault,
  );
  const box = await screen.findByRole<HTMLInputElement>("checkbox", { name: /in whichever collection/ });
  expect(box.checked).toBe(false);
  screen.getByRole("button", { name: "Import 1 item" });
});
