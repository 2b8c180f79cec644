import { readdirSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { toBase64 } from "@/lib/crypto/base64";
import { utf8 } from "@/lib/crypto/bytes";
import type { EncString } from "@/lib/crypto/types";
import { placesOfOne } from "@/lib/domain/import/limits";
import { SealedItem } from "@/lib/domain/item/sealed-item";
import { entryOf, itemOf } from "@/lib/import/entry";
import { keepWhatFits } from "@/lib/import/fits";
import { readFile } from "@/lib/import/read-file";
import { CannotImport } from "@/lib/import/trouble";
import type { OpenItem } from "@/lib/vault/item";
import { sealedFrom, textsToSeal } from "@/lib/vault/item-codec";

const folder = "test/import-samples";
const sample = (name: string) => readFileSync(`${folder}/${name}`, "utf8");

const deep = JSON.parse(`${"[".repeat(2000)}${"]".repeat(2000)}`);
const texts = ["", "constructor", "__proto__", "\u0000", "n".repeat(100_000), "\ud800", "no date"];
const values = [...texts, null, 9e99, -1, 7, true, {}, deep, "+275760-09-13T00:00:00.000Z"];

const ofSize = new Map<number, EncString>();
const bytesOf = (size: number) => toBase64(new Uint8Array(size));

/** A sealed text as long as that of a text, without the work. */
function sealed(text: string): EncString {
  const size = 16 * (Math.floor(utf8(text).length / 16) + 1);
  const known = ofSize.get(size) ?? (`2.${bytesOf(16)}|${bytesOf(size)}|${bytesOf(32)}` as EncString);
  ofSize.set(size, known);
  return known;
}

const key = sealed("k".repeat(64));
const asSent = (item: OpenItem) =>
  sealedFrom(
    item,
    key,
    Object.fromEntries(Object.entries(textsToSeal(item)).map(([path, text]) => [path, sealed(text)])),
  );

/** In how many places of a file something is an item that the server takes, or is named; null for a file that is refused. */
async function outcome(text: string): Promise<number | null> {
  try {
    const found = await readFile(utf8(text));
    if (found.kind === "table") return null;
    for (const { item, folders } of found.entries) {
      expect(SealedItem.safeParse(asSent(item)).error).toBeUndefined();
      expect(folders.length).toBeLessThanOrEqual(placesOfOne);
    }
    return new Set([...found.entries, ...found.remarks].map(({ place }) => place)).size;
  } catch (error) {
    if (error instanceof CannotImport) return null;
    throw error;
  }
}

/** A place of a value. `kind` is its path without the numbers of lists. */
type Spot = { of: Record<string, unknown>; name: string; kind: string };

function spotsIn(value: unknown, before = ""): Spot[] {
  if (typeof value !== "object" || value === null) return [];
  const of = value as Record<string, unknown>;
  return Object.keys(of).flatMap((name) => {
    const kind = `${before}.${Array.isArray(value) ? "" : name}`;
    return [{ of, name, kind }, ...spotsIn(of[name], kind)];
  });
}

/** Each odd value in each kind of place, and one of them in turn wherever else there is one of that kind. */
async function withEachOdd(spots: readonly Spot[], odd: readonly unknown[], write: () => string) {
  const whole = await outcome(write());
  expect(whole).toBeGreaterThan(0);
  const seen = new Set<string>();
  for (const [number, { of, name, kind }] of spots.entries()) {
    const before = of[name];
    const some = seen.has(kind) ? odd.filter((_, at) => at === number % odd.length) : odd;
    seen.add(kind);
    for (const value of some) {
      of[name] = value;
      const found = await outcome(write());
      // A list or an object may hold any number of items.
      const least = typeof before === "object" ? 1 : Number(whole);
      const told = `${kind} ${name}: ${JSON.stringify(value).slice(0, 20)}`;
      if (found !== null) expect(found, told).toBeGreaterThanOrEqual(least);
    }
    of[name] = before;
  }
  expect(await outcome(write())).toBe(whole);
}

const documents = [
  "bitwarden-individual.json",
  "bitwarden-org.json",
  "keeper.json",
  "protonpass.json",
  "1password-export.data.json",
  "odd/bitwarden-org.json",
  "odd/keeper.json",
  "odd/protonpass.json",
];
const tables = ["", "odd/"].flatMap((within) =>
  readdirSync(`${folder}/${within}`)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => within + name),
);

describe("whatever stands in the place of a value, each item can be kept, or is named", () => {
  test.each(documents)(
    "%s",
    async (name) => {
      const json = JSON.parse(sample(name));
      await withEachOdd(spotsIn(json), values, () => JSON.stringify(json));
    },
    60_000,
  );

  test.each(tables)(
    "%s",
    async (name) => {
      const rows = Papa.parse<string[]>(sample(name).trim()).data;
      const odd = [...texts, "{}", JSON.stringify([{ label: 1, type: {}, value: deep }])];
      await withEachOdd(spotsIn(rows.slice(1)), odd, () => Papa.unparse(rows));
    },
    60_000,
  );

  test("keepass2.xml", async () => {
    // Every other part is what stands between two tags.
    const parts = sample("keepass2.xml").split(/(?<=>)([^<>]+)(?=<)/);
    const spots = parts.flatMap((text, at) =>
      at % 2 === 1 && text.trim() !== ""
        ? [{ of: parts as never, name: String(at), kind: /<[^<]*$/.exec(parts[at - 1] ?? "")?.[0] ?? "" }]
        : [],
    );
    const odd = texts.filter((text) => text !== "\u0000");
    await withEachOdd(spots, odd, () => parts.join(""));
  }, 60_000);
});

test.each(documents)(
  "names that objects have of themselves are names like others: %s",
  async (name) => {
    const json = JSON.parse(sample(name));
    for (const { of, name: at } of spotsIn(json)) {
      if (Array.isArray(of)) continue;
      const before = { ...of };
      const { [at]: value, ...others } = before;
      for (const each of Object.keys(of)) delete of[each];
      Object.assign(of, { ...others, "its name": value });
      const text = JSON.stringify(json);
      for (const own of ["__proto__", "constructor", "toString"])
        await outcome(text.replace('"its name"', `"${own}"`));
      delete of["its name"];
      Object.assign(of, before);
    }
    expect(Object.prototype).not.toHaveProperty("value");
  },
  60_000,
);

test("an item is too large just where the server says so, whatever stands around its texts", () => {
  const linked = { name: null, value: null, type: 3, linkedId: 100 };
  const taken = Array.from({ length: 60 }, (_, at) => {
    const hidden = { name: null, value: "v".repeat(600 + at * 5), type: 1, linkedId: null };
    const item = itemOf("login", {
      name: "Router",
      fields: [...Array(150).fill(linked), ...Array(50).fill(hidden)],
    });
    const isTaken = SealedItem.safeParse(asSent(item)).success;
    const { entries } = keepWhatFits({ entries: [entryOf(item, 1)], folders: [], remarks: [] });
    expect(entries).toHaveLength(isTaken ? 1 : 0);
    return isTaken;
  });
  expect(new Set(taken).size).toBe(2);
});
