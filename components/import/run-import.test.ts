import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Destination, type ImportPart, runImport } from "@/components/import/run-import";
import { utf8 } from "@/lib/crypto/bytes";
import { ImportItems } from "@/lib/domain/import/inputs";
import { makeReader } from "@/lib/import/reader";
import type { Vault } from "@/lib/vault/vault";
import { somebody } from "@/test/vault";

const inOwn: Destination = { organizationId: null, organizationKeyId: null, places: new Map() };
const never = new AbortController().signal;

/** A server that keeps what comes, each id once, as the command does. */
function aServer(failsAt: number | null = null) {
  const kept = new Map<string, ImportPart["items"][number]>();
  const parts: ImportPart[] = [];
  return {
    kept,
    parts,
    send: async (part: ImportPart) => {
      parts.push(ImportItems.parse(part) as unknown as ImportPart);
      for (const item of part.items) if (!kept.has(item.itemId)) kept.set(item.itemId, item);
      // It is stored, and the answer is lost.
      if (parts.length === failsAt) throw new TypeError("network");
      return { ok: true as const, result: { created: part.items.length, existed: 0 } };
    },
  };
}

async function aRun(
  vault: Vault,
  text: string,
  server: ReturnType<typeof aServer>,
  importId: string,
  destination = inOwn,
) {
  const reader = makeReader();
  const read = await reader.read(utf8(text), {});
  if (!read.ok) throw new Error(read.trouble);
  const total = await reader.choose({ importId, leavesRepeated: true, restricted: ["card"] });
  const told: number[] = [];
  const failure = await runImport({
    importId,
    total,
    destination,
    reader,
    vault,
    send: server.send,
    signal: never,
    tell: (done) => told.push(done),
  });
  return { total, told, failure };
}

const rows = (count: number, note = "") =>
  `name,url,username,password,note\n${Array.from({ length: count }, (_, at) => `Item ${at},https://s${at}.test,u,p${at},${note}`).join("\n")}`;

describe("an import", () => {
  test("that is broken off comes to its end with the next try, each item once", async () => {
    const { vault } = await somebody("betty.warden@client.example");
    const importId = randomUUID();
    const text = rows(1300);
    const server = aServer(2);
    const first = await aRun(vault, text, server, importId);
    expect(first.failure).toMatchObject({ code: "unreachable" });
    expect(server.kept.size).toBe(1000);
    const second = await aRun(vault, text, server, importId);
    expect(second).toMatchObject({ failure: null, total: 1300 });
    expect(second.told.at(-1)).toBe(1300);
    expect(server.kept.size).toBe(1300);
    const opened = await vault.openItems(
      "user",
      [...server.kept.values()].map(({ key, name }) => ({
        key: key as never,
        open: { name: name as never },
        check: {},
      })),
    );
    const names = opened.map((item) => (item.ok ? item.texts.name : null));
    expect(names).toEqual(Array.from({ length: 1300 }, (_, at) => `Item ${at}`));
  });

  test("sends no more at once than the server takes", async () => {
    const { vault } = await somebody("betty.warden@client.example");
    const server = aServer();
    await aRun(vault, rows(400, "n".repeat(6000)), server, randomUUID());
    expect(server.parts.length).toBeGreaterThan(3);
    for (const part of server.parts) expect(JSON.stringify(part).length).toBeLessThan(1_000_000);
    expect(server.kept.size).toBe(400);
  });

  test("sends nothing in the clear", async () => {
    const { vault } = await somebody("betty.warden@client.example");
    const server = aServer();
    await aRun(vault, rows(20, "remarkable"), server, randomUUID());
    expect(JSON.stringify(server.parts)).not.toMatch(/Item|test|remarkable/);
  });

  test("puts items of one's own into folders, of which the new ones are made with the first part that needs them", async () => {
    const { vault } = await somebody("betty.warden@client.example");
    const importId = randomUUID();
    const server = aServer();
    const head =
      "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp";
    const rowOf = (folder: string, name: string) => `${folder},,login,${name},,,0,,u,p,`;
    const text = [head, rowOf("Bills", "Water"), rowOf("Bank", "Loan"), rowOf("", "Loose")].join("\n");
    const places = new Map([
      ["Bills", { id: randomUUID() }],
      ["Bank", { newName: "Bank" }],
    ]);
    await aRun(vault, text, server, importId, { ...inOwn, places });
    const [part] = server.parts;
    const [made, ...none] = part?.folders ?? [];
    expect(none).toEqual([]);
    expect(await vault.openTexts("user", [made?.name as never])).toEqual(["Bank"]);
    expect(part?.items.map(({ folderId }) => folderId)).toEqual([
      places.get("Bills")?.id,
      made?.folderId,
      null,
    ]);
  });

  test("leaves out what stands there twice, and keeps ids by the places in the file", async () => {
    const { vault } = await somebody("betty.warden@client.example");
    const importId = randomUUID();
    const server = aServer();
    const text = `${rows(2)}\nItem 0,https://s0.test,u,p0,`;
    expect(await aRun(vault, text, server, importId)).toMatchObject({ total: 2 });
    expect(server.kept.size).toBe(2);
  });
});
