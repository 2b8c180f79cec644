import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { beginRun, begunRun, type Choice } from "@/components/import/begin-run";
import {
  begunImports,
  forgetBegun,
  keepBegun,
  keepTargets,
  keptTargets,
} from "@/components/import/remembered";
import { utf8 } from "@/lib/crypto/bytes";
import { undoneWithinMs } from "@/lib/domain/import/limits";
import type { Naming } from "@/lib/import/read-file";
import { makeReader } from "@/lib/import/reader";

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("window", {
    localStorage: {
      getItem: (at: string) => stored.get(at) ?? null,
      setItem: (at: string, text: string) => stored.set(at, text),
      removeItem: (at: string) => stored.delete(at),
    },
  });
  vi.useFakeTimers({ now: new Date("2026-11-22T09:00:00Z"), toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const table = "name,url,username,password,note\nRouter,https://r.test,admin,p,";

async function aFile(naming?: Naming) {
  const reader = makeReader();
  await reader.read(utf8(table), { naming });
  return reader;
}

const into = (to: Choice["places"] extends ReadonlyMap<string, infer To> ? To : never): Choice => ({
  places: new Map([["", to]]),
  leavesRepeated: true,
  leavesThere: true,
});
const choice = into({ newName: "Imported" });

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

test("an import goes on under its id within the day that it began, however often it is tried", async () => {
  const reader = await aFile();
  const first = await beginRun(reader, "betty", [], choice);
  later(undoneWithinMs / 2);
  const second = await beginRun(reader, "betty", [], choice);
  expect(second).toEqual({ ...first, goesOn: true });
  expect((await beginRun(reader, "billy", [], choice)).goesOn).toBe(false);
  later(undoneWithinMs / 2);
  const third = await beginRun(reader, "betty", [], choice);
  expect(third.goesOn).toBe(false);
  expect(third.importId).not.toBe(first.importId);
});

test("a file comes as a new import once the other was undone, forgotten or finished", async () => {
  const reader = await aFile();
  const first = await beginRun(reader, "betty", [], choice);
  const second = await beginRun(reader, "betty", [first.importId], choice);
  expect(second.goesOn).toBe(false);
  forgetBegun(first.importId);
  forgetBegun(second.importId);
  expect(begunImports("betty")).toEqual([]);
  const { goesOn: _, ...third } = await beginRun(reader, "betty", [], choice);
  keepBegun({ ...third, isDone: true });
  expect((await beginRun(reader, "betty", [], choice)).goesOn).toBe(false);
});

describe("an import goes on only as it was begun", () => {
  test("with another place, or with what was left out before, it is a new one, and the first is known still", async () => {
    const reader = await aFile();
    const first = await beginRun(reader, "betty", [], choice);
    const elsewhere = await beginRun(reader, "betty", [], into({ id: "another" }));
    const whole = await beginRun(reader, "betty", [], { ...choice, leavesRepeated: false });
    expect([elsewhere.goesOn, whole.goesOn]).toEqual([false, false]);
    expect(new Set([first, elsewhere, whole].map(({ importId }) => importId)).size).toBe(3);
    expect(await beginRun(reader, "betty", [], choice)).toEqual({ ...first, goesOn: true });
  });

  test("what it has made is the same place under its id", async () => {
    const reader = await aFile();
    const first = await beginRun(reader, "betty", [], choice);
    const made = await beginRun(reader, "betty", [], into({ id: first.into[0] ?? "" }));
    expect(made).toEqual({ ...first, goesOn: true });
  });

  test("with columns that become something else it is a new one", async () => {
    const targets = ["name", "url", "username", "password", "notes"] as const;
    const first = await beginRun(await aFile({ isNamed: true, targets }), "betty", [], choice);
    const other = await aFile({ isNamed: true, targets: ["name", "url", "password", "username", "notes"] });
    expect((await beginRun(other, "betty", [], choice)).goesOn).toBe(false);
    const again = await aFile({ isNamed: true, targets });
    expect(await begunRun(again, "betty", [])).toMatchObject({ importId: first.importId });
    expect(await begunRun(again, "betty", [first.importId])).toBeNull();
    expect(await begunRun(await aFile(), "betty", [])).toBeNull();
  });
});

test("what columns become is kept by their mark, and what was kept otherwise goes", () => {
  stored.set(
    "trousseau-import-mappings",
    JSON.stringify([{ columns: ["hunter2"], mapping: [["hunter2", "name"]] }]),
  );
  expect(keptTargets("mark")).toBeNull();
  expect([...stored.values()].join()).not.toContain("hunter2");
  keepTargets("mark", ["name", "password"]);
  expect(keptTargets("mark")).toEqual(["name", "password"]);
  expect(keptTargets("another")).toBeNull();
  expect(keptTargets(null)).toBeNull();
});
