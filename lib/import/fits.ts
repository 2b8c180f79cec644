import type { EncString } from "@/lib/crypto/types";
import { attachmentsOfItem, largestFile } from "@/lib/domain/attachment/limits";
import { placesOfOne } from "@/lib/domain/import/limits";
import { longestData, writtenMoment } from "@/lib/domain/item/sealed-item";
import { commonShape, type Part, type Shape, shapes } from "@/lib/domain/item/shapes";
import { sealedLength, textToSeal } from "@/lib/domain/sealed";
import { momentOf } from "@/lib/import/claims";
import { type Entry, type EntryFile, noName } from "@/lib/import/entry";
import type { Imported } from "@/lib/import/imported";
import type { Remark } from "@/lib/import/trouble";
import type { OpenItem } from "@/lib/vault/item";
import { sealedFrom, textsToSeal } from "@/lib/vault/item-codec";

const encoder = new TextEncoder();
const sealedSize = (text: string) => sealedLength(encoder.encode(text).length);
/** Most texts are short: only a long one is counted in bytes. */
const isTooLong = (text: string, limit: number) => text.length * 3 > limit / 2 && sealedSize(text) > limit;

type Node = Readonly<Record<string, unknown>>;
type Told = (path: string) => void;

/** What stands in a shape. What cannot stand there is taken away, and its part is told to `odd`. */
function fitted(shape: Shape, node: Node, odd: Told): Node {
  const changes: [string, unknown][] = [];
  for (const [name, part] of Object.entries(shape)) {
    const fitting = fittedPart(part, node[name] ?? null);
    if (fitting === node[name]) continue;
    changes.push([name, fitting]);
    odd(name);
  }
  return changes.length === 0 ? node : { ...node, ...Object.fromEntries(changes) };
}

function fittedPart(part: Part, value: unknown): unknown {
  switch (part.is) {
    case "list":
      return Array.isArray(value) ? fittedEntries(part.entry, value) : [];
    case "choice":
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= part.max ? value : null;
    case "moment":
      return value === null || (typeof value === "string" && writtenMoment.test(value))
        ? value
        : momentOf(null);
    default:
      return typeof value === "string" ? wellFormed(value) : null;
  }
}

/** Entries of a list, the same list where all of them fit. An address that is no text is none. */
function fittedEntries(shape: Shape, entries: readonly Node[]): readonly Node[] {
  let isOdd = false;
  const kept = entries
    .map((entry) =>
      fitted(shape, entry, () => {
        isOdd = true;
      }),
    )
    .filter((entry) =>
      Object.entries(shape).every(([name, { is }]) => is !== "checked" || entry[name] !== null),
    );
  return isOdd ? kept : entries;
}

/** Half of a pair is no letter: sealed, it would become this mark unsaid. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\ufffd");

type Excess = { what: "too_long" | "too_many_parts"; path: string };

/** The first part of an item that is longer than it may be once it is sealed, or a list with too many entries. */
function excessIn(shape: Shape, node: Node): Excess | null {
  for (const [name, part] of Object.entries(shape)) {
    const found = excessOf(name, part, node[name]);
    if (found) return found;
  }
  return null;
}

function excessOf(path: string, part: Part, value: unknown): Excess | null {
  if (part.is === "list") {
    const entries = value as Node[];
    if (entries.length > part.max) return { what: "too_many_parts", path };
    return entries.some((entry) => excessIn(part.entry, entry)) ? { what: "too_long", path } : null;
  }
  if (part.is === "choice" || part.is === "moment" || typeof value !== "string") return null;
  return isTooLong(value, part.limit) ? { what: "too_long", path } : null;
}

/** More than what stands around a text or an entry of an item, and around all of them, in characters. */
const around = { each: 200, all: 1000 };

/** Whether the whole of an item is more than the server keeps: roughly at once, exactly where it could be. */
function isTooLarge(item: OpenItem): boolean {
  const texts = textsToSeal(item);
  const letters = Object.values(texts).reduce((sum, text) => sum + text.length, 0);
  const pieces = Object.keys(texts).length + item.fields.length + item.passwordHistory.length;
  if (letters * 4 + pieces * around.each + around.all < longestData) return false;
  // Only its length counts, which is that of what will stand there.
  const sealed = Object.entries(texts).map(([path, text]) => [
    path,
    "=".repeat(sealedSize(text)) as EncString,
  ]);
  const { data, fields, passwordHistory } = sealedFrom(item, "" as EncString, Object.fromEntries(sealed));
  return JSON.stringify([data, fields, passwordHistory]).length > longestData;
}

const mostHistory = commonShape.passwordHistory.max;

type Tell = (what: Remark["what"], about?: Pick<Remark, "found"> & { path?: string }) => void;

const isFileThatFits = ({ name, size }: EntryFile): boolean =>
  size > 0 && size <= largestFile && textToSeal().safeParse(name).success;

/** The files that an item can have. Others are named. */
function filesThatFit({ files }: Entry, remark: Tell): EntryFile[] {
  const fit = files.filter(isFileThatFits).slice(0, attachmentsOfItem);
  for (const file of files) if (!fit.includes(file)) remark("file_left_out", { found: file.name });
  return fit;
}

/** An entry whose every value can stand where it does, or null where it is left out. */
function entryThatFits(entry: Entry, remark: Tell): Entry | null {
  const { type } = entry.item;
  const odd = (path: string) => remark("odd_value", { path });
  const common = fitted(commonShape, entry.item, odd);
  const data = fitted(shapes[type], entry.item.data, odd);
  // What was fitted into the shapes of its type has them.
  const item = { ...entry.item, ...common, name: common.name ?? noName, data } as OpenItem;
  if (item.passwordHistory.length > mostHistory) remark("history_left_out");
  if (entry.folders.length > placesOfOne) remark("folders_left_out");
  const whole = {
    ...entry,
    folders: entry.folders.slice(0, placesOfOne),
    item: { ...item, passwordHistory: item.passwordHistory.slice(0, mostHistory) },
    files: filesThatFit(entry, remark),
  };
  const excess = excessIn(commonShape, whole.item) ?? excessIn(shapes[type], whole.item.data);
  if (excess) remark(excess.what, { path: excess.path });
  else if (isTooLarge(whole.item)) remark("too_large");
  else return whole;
  return null;
}

/**
 * What fits into our items, so that the server takes each. A value that no item has is left empty, and named. Whatever is
 * larger than the server keeps is left out whole, and named: half an item would be taken for the whole one. Of too many
 * former passwords the latest are kept.
 */
export function keepWhatFits({ entries, folders, remarks }: Imported): Imported {
  const added: Remark[] = [];
  const kept = entries.flatMap((entry) => {
    const { type, name: given } = entry.item;
    const about = { place: entry.place, name: given === noName ? null : given };
    return (
      entryThatFits(entry, (what, { path, ...more } = {}) =>
        added.push({ what, ...about, ...more, ...(path !== undefined && { part: { type, path } }) }),
      ) ?? []
    );
  });
  return { entries: kept, folders, remarks: [...remarks, ...added].map(short) };
}

/** A remark in a line: what a file calls its items has any length. */
const short = ({ name, found, ...remark }: Remark): Remark => ({
  ...remark,
  name: name?.slice(0, 100) ?? null,
  ...(found !== undefined && { found: found.slice(0, 100) }),
});
