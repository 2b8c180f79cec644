import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { download, problemOf, upload } from "@/components/items/transfer";
import { sealing } from "@/components/vault/sealing";
import { largestFile, partSize } from "@/lib/domain/attachment/limits";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { aFileServer } from "@/test/files";
import { aLogin, somebody } from "@/test/vault";

let vault: Vault;
let server: ReturnType<typeof aFileServer>;
let item: { id: string; organizationId: null; sealed: Awaited<ReturnType<typeof sealItem>> };

beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
  item = { id: "1", organizationId: null, sealed: await sealItem(vault, "user", aLogin("Firewall")) };
});
beforeEach(() => {
  server = aFileServer();
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1000 });
});

const contents = (size: number) => Uint8Array.from({ length: size }, (_, i) => i % 253);
const way = (signal = new AbortController().signal, onProgress: () => void = () => {}) => ({
  actions: server.actions,
  withKey: <Made>(act: (vault: Vault) => Promise<Made>) => sealing(act(vault)),
  onProgress,
  signal,
});
const file = (size: number, name = "plan.pdf") => new File([contents(size)], name);

test.each([
  ["an empty file", { name: "a", size: 0 }, { is: "empty" }],
  ["a file of a hundred megabytes", { name: "a", size: largestFile }, null],
  ["one byte more", { name: "a", size: largestFile + 1 }, { is: "tooLarge" }],
  ["a name of three hundred letters", { name: "a".repeat(300), size: 1 }, null],
  ["a name of three hundred signs", { name: "\u6587".repeat(300), size: 1 }, { is: "nameTooLong" }],
])("%s is judged before anything is sent", async (_, given, problem) => {
  if (problem) expect(problemOf(given)).toMatchObject(problem);
  else expect(problemOf(given)).toBe(null);
});

test("a file goes in sealed parts and comes back as it was, over a line that breaks now and then", async () => {
  server.lose(2);
  const progress = vi.fn();
  expect(await upload(item, file(partSize + 5), way(undefined, progress))).toEqual({
    ok: true,
    result: null,
  });
  expect(progress.mock.calls).toEqual([
    [0, 2],
    [1, 2],
  ]);
  const [served] = await server.actions.list({ itemIds: [] }).then((it) => (it.ok ? it.result : []));
  if (!served) throw new Error("it is there");
  const key = item.sealed.key;
  const names = await vault.openItems("user", [{ key, open: { name: served.fileName }, check: {} }]);
  expect(names).toMatchObject([{ ok: true, texts: { name: "plan.pdf" } }]);
  server.lose(1);
  const back = await download(item, served, way());
  if (!back.ok) throw new Error("it comes");
  expect(Buffer.compare(new Uint8Array(await back.result.arrayBuffer()), contents(partSize + 5))).toBe(0);

  const first = `${served.id} 0`;
  const bytes = new Uint8Array(await (server.parts.get(first) ?? new Blob()).arrayBuffer());
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  server.parts.set(first, new Blob([bytes]));
  expect(await download(item, served, way())).toEqual({ ok: false, problem: { is: "damaged" } });
});

test("what the line has cut off is said so, and taken back where it can be", async () => {
  server.lose(4);
  expect(await upload(item, file(10), way())).toEqual({ ok: false, problem: { is: "cutOff" } });
  expect(server.files.size).toBe(0);
});

test("what may have begun without an answer is taken back, as often as it takes", async () => {
  const { begin, remove } = server.actions;
  let lost = 1;
  const actions = {
    ...server.actions,
    begin: async (input: Parameters<typeof begin>[0]) => {
      await begin(input);
      throw new TypeError("Failed to fetch");
    },
    remove: async (input: Parameters<typeof remove>[0]) => {
      if (lost-- > 0) throw new TypeError("Failed to fetch");
      return remove(input);
    },
  };
  expect(await upload(item, file(10), { ...way(), actions })).toEqual({
    ok: false,
    problem: { is: "cutOff" },
  });
  await vi.waitFor(() => expect(server.files.size).toBe(0));
});

test("what somebody gives up halfway is taken back", async () => {
  const abort = new AbortController();
  const giving = upload(
    item,
    file(3 * partSize),
    way(abort.signal, () => abort.abort()),
  );
  await expect(giving).rejects.toThrow();
  expect(server.files.size).toBe(0);
});

test("a file that the browser cannot read any more is not sent", async () => {
  const gone = file(10);
  const unreadable = Object.assign(new Error("gone"), { name: "NotReadableError" });
  const other = { ...way(), withKey: () => Promise.reject(unreadable) };
  expect(await upload(item, gone, other)).toEqual({ ok: false, problem: { is: "unreadable" } });
});
