import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { beginRun } from "@/components/import/begin-run";
import {
  begunImports,
  forgetBegun,
  keepBegun,
  keepTargets,
  keptTargets,
} from "@/components/import/remembered";
import { utf8 } from "@/lib/crypto/bytes";
import { undoneWithinMs } from "@/lib/domain/import/limits";
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

async function aFile() {
  const reader = makeReader();
  await reader.read(utf8("name,url,username,password,note\nRouter,https://r.test,admin,p,"), {});
  return reader;
}

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

test("an import goes on under its id within the day that it began, however often it is tried", async () => {
  const reader = await aFile();
  const first = await beginRun(reader, "betty", []);
  later(undoneWithinMs / 2);
  const second = await beginRun(reader, "betty", []);
  expect(second).toEqual({ ...first, goesOn: true });
  expect((await beginRun(reader, "billy", [])).goesOn).toBe(false);
  later(undoneWithinMs / 2);
  const third = await beginRun(reader, "betty", []);
  expect(third.goesOn).toBe(false);
  expect(third.importId).not.toBe(first.importId);
});

test("a file comes as a new import once the other was undone, forgotten or finished", async () => {
  const reader = await aFile();
  const first = await beginRun(reader, "betty", []);
  const second = await beginRun(reader, "betty", [first.importId]);
  expect(second.goesOn).toBe(false);
  forgetBegun(first.importId);
  forgetBegun(second.importId);
  expect(begunImports("betty")).toEqual([]);
  const { goesOn: _, ...third } = await beginRun(reader, "betty", []);
  keepBegun({ ...third, isDone: true });
  expect((await beginRun(reader, "betty", [])).goesOn).toBe(false);
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
