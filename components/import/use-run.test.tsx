// @vitest-environment happy-dom
import { randomUUID } from "node:crypto";
import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { ImportActions } from "@/components/import/import-actions";
import { begunImports } from "@/components/import/remembered";
import type { ImportPart } from "@/components/import/run-import";
import { useRun } from "@/components/import/use-run";
import { utf8 } from "@/lib/crypto/bytes";
import type { EncString } from "@/lib/crypto/types";
import { type ImportReader, makeReader } from "@/lib/import/reader";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { somebody } from "@/test/vault";

const place = randomUUID();
beforeEach(() => window.localStorage.clear());

type Props = { reader: ImportReader; actions: ImportActions };

function Running({ reader, actions }: Props) {
  const { state, run } = useRun(place, null, [], actions);
  const choice = { places: new Map(), leavesRepeated: true, leavesThere: true };
  return (
    <button type="button" onClick={() => void run({ reader, choice, canLook: true, restricted: [] })}>
      {state.at === "done" && state.files.lost.length > 0
        ? `done, ${state.files.lost.length} lost`
        : state.at}
    </button>
  );
}

/** A reader of a table of so many logins. */
async function aReader(count: number) {
  const reader = makeReader();
  const rows = Array.from({ length: count }, (_, at) => `Item ${at},https://s${at}.test,u,p${at},`);
  await reader.read(utf8(`name,url,username,password,note\n${rows.join("\n")}`), {});
  return reader;
}

/** A server that keeps the ids of what comes. */
function aServer(onPart: (part: ImportPart) => void = () => {}) {
  const sent = new Set<string>();
  const nobody = async () => ({ ok: false as const, failure: { code: "not_found" as const } });
  const empty = async () => ({ ok: true as const, result: { revision: "1", contents: null } });
  const finish = vi.fn(async () => ({
    ok: true as const,
    result: { count: sent.size, types: [], unreached: 0 },
  }));
  const actions: ImportActions = {
    getKey: nobody,
    ask: { myVault: empty, organizationItems: nobody },
    undo: nobody,
    askItems: nobody,
    files: aFileServer().actions,
    finish,
    async send(part) {
      for (const { itemId } of part.items) sent.add(itemId);
      onPart(part);
      return { ok: true, result: { created: part.items.length, existed: 0 } };
    },
  };
  return { sent, finish, actions };
}

test("an import whose page is left is not done, and the same file goes on with it", async () => {
  const { vault } = await somebody("betty.warden@client.example");
  const reader = await aReader(700);
  const first = aServer(() => shown.unmount());
  const asked = vi.spyOn(reader, "part");
  const shown = show(<Running reader={reader} actions={first.actions} />, vault);
  fireEvent.click(screen.getByRole("button"));
  await vi.waitFor(() => expect(first.sent.size).toBe(500), { timeout: 20_000 });
  // What is asked of a reader is the last that an import does before it looks up.
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(6));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(first.finish).not.toHaveBeenCalled();
  const [begun] = begunImports(place);
  expect(begun?.isDone).toBe(false);

  const second = aServer();
  show(<Running reader={reader} actions={second.actions} />, vault);
  fireEvent.click(screen.getByRole("button"));
  await screen.findByText("done", {}, { timeout: 20_000 });
  expect(second.sent.size).toBe(700);
  expect([...first.sent].every((id) => second.sent.has(id))).toBe(true);
  expect(begunImports(place)).toMatchObject([{ importId: begun?.importId, isDone: true }]);
});

test("files that did not come are tried again under the same import, and no item is sent for them", async () => {
  const { vault } = await somebody("betty.warden@client.example");
  const reader = await aReader(1);
  const file = { itemId: randomUUID(), number: 0, name: "plan.pdf" };
  reader.files = async () => [file];
  const server = aServer();
  const asked: string[] = [];
  const askItems: ImportActions["askItems"] = async ({ importId }) => {
    asked.push(importId);
    return asked.length === 1
      ? { ok: false, failure: { code: "unavailable" } }
      : { ok: true, result: [{ id: file.itemId, key: "" as EncString, files: [0] }] };
  };
  const sent = vi.spyOn(server.actions, "send");
  show(<Running reader={reader} actions={{ ...server.actions, askItems }} />, vault);
  fireEvent.click(screen.getByRole("button"));
  await screen.findByText("done, 1 lost", {}, { timeout: 20_000 });
  expect(begunImports(place)).toMatchObject([{ hasItems: true, isDone: false }]);
  // Chosen again, it goes on with its files.
  fireEvent.click(screen.getByRole("button"));
  await screen.findByText("done", {}, { timeout: 20_000 });
  expect(begunImports(place)).toMatchObject([{ importId: asked[0], isDone: true }]);
  expect(asked[1]).toBe(asked[0]);
  expect(sent).toHaveBeenCalledOnce();
});
