import { randomUUID } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { type FilesSent, mayComeYet, sendFiles } from "@/components/import/send-files";
import type { FileActions } from "@/components/items/item";
import { sealing } from "@/components/vault/sealing";
import type { EncString } from "@/lib/crypto/types";
import type { Failure } from "@/lib/http/result";
import { makeReader } from "@/lib/import/reader";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { aFileServer } from "@/test/files";
import { aLogin, somebody } from "@/test/vault";

const importId = randomUUID();
let vault: Vault;
let key: EncString;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
  ({ key } = await sealItem(vault, "user", aLogin("Firewall")));
});

/** A file of two notes, of which the first has two files. */
async function aReader() {
  const of = (name: string) => ({
    fields: [{ id: name, value: { file: { fileName: name, documentId: name } } }],
  });
  const items = [["a.txt", "b.txt"], ["c.txt"]].map((names, at) => ({
    overview: { title: `Note ${at}` },
    details: { sections: names.map(of) },
  }));
  const data = { accounts: [{ vaults: [{ items }] }] };
  const bodies = ["a.txt", "b.txt", "c.txt"].map((name) => [`files/${name}__${name}`, strToU8(`in ${name}`)]);
  const reader = makeReader();
  await reader.read(
    zipSync({ "export.data": strToU8(JSON.stringify(data)), ...Object.fromEntries(bodies) }),
    {},
  );
  await reader.choose({ importId, leavesRepeated: true, restricted: [] });
  return reader;
}

/** A server that has the items, and keeps which of an import's files have come. */
async function aServer(items: readonly string[]) {
  const { actions, parts } = aFileServer();
  const begun = new Map<string, { itemId: string; number: number }>();
  const came: { itemId: string; number: number }[] = [];
  const sent: string[] = [];
  let refusal: { at: number; failure: Failure } | null = null;
  const files: FileActions = {
    ...actions,
    async begin(input) {
      if (refusal && begun.size >= refusal.at) return { ok: false, failure: refusal.failure };
      if (!input.imported || input.imported.importId !== importId) throw new Error("it comes with an import");
      sent.push(JSON.stringify(input));
      begun.set(input.attachmentId, { itemId: input.itemId, number: input.imported.number });
      return actions.begin(input);
    },
    async finish({ attachmentId }) {
      const file = begun.get(attachmentId);
      if (file) came.push(file);
      return actions.finish({ attachmentId });
    },
  };
  return {
    came,
    sent,
    parts,
    files,
    refuse: (at: number, failure: Failure | null) => {
      refusal = failure && { at, failure };
    },
    ask: async ({ itemIds }: { itemIds: string[] }) => ({
      ok: true as const,
      result: itemIds
        .filter((id) => items.includes(id))
        .map((id) => ({ id, key, files: came.filter((f) => f.itemId === id).map((f) => f.number) })),
    }),
  };
}

async function aWorld(has = 2) {
  const reader = await aReader();
  const items = (await reader.part(0, 2)).map(({ itemId }) => itemId);
  const server = await aServer(items.slice(0, has));
  const told: string[] = [];
  const leaving = new AbortController();
  const send = (signal = leaving.signal): Promise<FilesSent> =>
    sendFiles({
      importId,
      organizationId: null,
      reader,
      ask: server.ask,
      actions: server.files,
      withKey: (act) => sealing(act(vault)),
      signal,
      tell: (done, total, name) => {
        told.push(`${done + 1} of ${total}: ${name}`);
        if (name === "b.txt") onSecond();
      },
    });
  let onSecond = () => {};
  return {
    reader,
    server,
    told,
    send,
    stopAtSecond: () => {
      onSecond = () => leaving.abort();
    },
  };
}

test("each file goes to its item, sealed, one after the other", async () => {
  const { server, told, send, reader } = await aWorld();
  expect(await send()).toEqual({ came: 3, lost: [] });
  expect(told).toEqual(["1 of 3: a.txt", "2 of 3: b.txt", "3 of 3: c.txt"]);
  expect(server.came).toEqual((await reader.files()).map(({ itemId, number }) => ({ itemId, number })));
  const bodies = await Promise.all([...server.parts.values()].map((part) => part.text()));
  expect(`${server.sent} ${bodies}`).not.toMatch(/txt/);
});

test("what a full storage keeps away is named, and comes with the next try, each once", async () => {
  const { server, send } = await aWorld();
  const failure: Failure = { code: "storage_full", values: { limit: 1024 } };
  server.refuse(1, failure);
  const reason = { is: "refused", failure };
  const first = await send();
  expect(first).toEqual({
    came: 1,
    lost: [
      { name: "b.txt", reason },
      { name: "c.txt", reason },
    ],
  });
  expect(first.lost.every(mayComeYet)).toBe(true);
  server.refuse(0, null);
  expect(await send()).toEqual({ came: 3, lost: [] });
  expect(server.came).toHaveLength(3);
});

test("an item that is gone keeps no other file away, and is not tried again", async () => {
  const { server, send, reader } = await aWorld(1);
  const sent = await send();
  expect(sent).toEqual({ came: 2, lost: [{ name: "c.txt", reason: { is: "itemGone" } }] });
  expect(sent.lost.some(mayComeYet)).toBe(false);
  expect(server.came).toHaveLength(2);
  server.came.length = 0;
  reader.file = async ({ number }) => (number === 0 ? null : new Uint8Array([1]));
  expect((await send()).lost).toMatchObject([
    { name: "a.txt", reason: { is: "notInFile" } },
    { name: "c.txt" },
  ]);
});

test("what was stopped stays away, and can come yet", async () => {
  const { send, stopAtSecond } = await aWorld();
  stopAtSecond();
  expect(await send()).toEqual({
    came: 1,
    lost: ["b.txt", "c.txt"].map((name) => ({ name, reason: { is: "stopped" } })),
  });
  expect(await send(new AbortController().signal)).toEqual({ came: 3, lost: [] });
});
