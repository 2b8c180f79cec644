import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("one file writes and reads where lists go on", () => {
  const withCursor = filesIn("lib").filter(({ text }) => text.includes("@/lib/operations/cursor"));
  expect(withCursor.map(({ path }) => path)).toEqual(["lib/operations/keyset.ts"]);
});

test("the words of a list's address stand in one file, and pages read them with it", () => {
  const withCursor = filesIn("lib/domain").filter(({ text }) => /\bcursor:|\bafter:|\bdirection:/.test(text));
  expect(withCursor.map(({ path }) => path)).toEqual(["lib/domain/list-view.ts"]);
});

test("whatever heading sorts on a desk, a phone can sort by", () => {
  const tables = filesIn("components").filter(({ text }) => text.includes("<Th sort="));
  expect(tables.length).toBeGreaterThan(1);
  for (const { path, text } of tables)
    for (const [, sort] of text.matchAll(/<Th sort=\{([\w.]+)\}/g))
      expect(text, path).toMatch(new RegExp(`\\.\\.\\.${sort} }|sorts=\\{\\[[^\\]]*${sort}\\b`));
});
