import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toBase64 } from "@/lib/crypto/base64";
import { itemTypes } from "@/lib/domain/item/types";
import type { EntryFile } from "@/lib/import/entry";
import { type Found, readFile } from "@/lib/import/read-file";
import { CannotImport } from "@/lib/import/trouble";

// Exports of many programs, all of made-up people. Beside them stands what each has to become, field by field.
const folder = "test/import-samples";
const password = "correct horse battery staple";

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "expected.json")
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  .sort();

type Expected = Record<string, unknown>;

const isFile = (value: unknown): value is EntryFile =>
  typeof value === "object" && value !== null && "read" in value;

const bare = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each) =>
      isFile(each)
        ? { name: each.name, bytes: toBase64(each.read()) }
        : each === null || each === false || (Array.isArray(each) && each.length === 0)
          ? undefined
          : each,
    ),
  );

/** What a file became, without what is empty. */
async function become(file: string): Promise<{ found: Found | null; said: unknown }> {
  try {
    const found = await readFile(new Uint8Array(readFileSync(join(folder, file))), { password });
    return { found, said: bare(found) };
  } catch (error) {
    if (!(error instanceof CannotImport)) throw error;
    return { found: null, said: { refused: error.trouble } };
  }
}

test("every sample becomes what it says, with every field in its place", async () => {
  const path = join(folder, "expected.json");
  const expected: Expected = JSON.parse(readFileSync(path, "utf8"));
  let items = 0;
  const formats = new Set<string>();
  const types = new Set<string>();
  for (const file of files) {
    const { found, said } = await become(file);
    expect(said, file).toEqual(expected[file]);
    if (found?.kind !== "items") continue;
    formats.add(found.format);
    items += found.entries.length;
    for (const { item } of found.entries) types.add(item.type);
  }
  expect(Object.keys(expected).sort()).toEqual(files);
  expect([...types].sort()).toEqual([...itemTypes].sort());
  expect(formats.size).toBeGreaterThanOrEqual(16);
  console.info(`imports: ${files.length} files, ${items} items, all fields in place`);
});
