import type { EncString } from "@/lib/crypto/types";
import { uriChecksum } from "@/lib/crypto/uri-checksum";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import { commonShape, type List, type Part, type Rest, type Shape, shapes } from "@/lib/domain/item/shapes";
import type { EditedItem, ShownItem, StillSealed } from "@/lib/vault/item";

/** Texts by their path in an item, such as `name`, `password`, `uris.0.uri`, `uris.0.uriChecksum`. */
export type ByPath<Text> = Record<string, Text>;

/** One sealed text of an item. */
export type SealedText = {
  path: string;
  is: "text" | "secret" | "checked" | "checksum";
  sealed: EncString;
  /** The entry of a list that it stands in: what the entry is called, and its number from 1. */
  entry: { path: string; called: string; number: number } | null;
};

/** An object whose names are those of a shape, and of another program's fields. */
type Node = { readonly [name: string]: unknown };

const listed = new WeakMap<Shape, [string, Part][]>();

/** The parts of a shape, listed once: ten thousand items ask for them. */
function partsOf(shape: Shape): [string, Part][] {
  const known = listed.get(shape);
  if (known) return known;
  const parts = Object.entries(shape);
  listed.set(shape, parts);
  return parts;
}

const entriesOf = (node: Node, name: string) => node[name] as readonly Node[];
const checksumOf = (name: string) => `${name}Checksum`;

/** Every sealed text that an item has, where its shape has one: common parts first, each checksum after its text. */
export function sealedTextsOf(item: SealedItem): SealedText[] {
  const found: SealedText[] = [];
  collect(commonShape, item, found);
  collect(shapes[item.type], item.data, found);
  return found;
}

/** Goes through the same texts, without saying where each stands: for the ten thousand items of a list. */
export function eachSealedText(item: SealedItem, visit: Visit): void {
  visitIn(commonShape, item, visit);
  visitIn(shapes[item.type], item.data, visit);
}

type Visit = (sealed: EncString, is: SealedText["is"]) => void;

function visitIn(shape: Shape, node: Node, visit: Visit): void {
  for (const [name, part] of partsOf(shape)) {
    if (part.is === "choice" || part.is === "moment") continue;
    if (part.is === "list") {
      for (const each of entriesOf(node, name)) visitIn(part.entry, each, visit);
      continue;
    }
    const sealed = node[name] as EncString | null;
    if (sealed === null) continue;
    visit(sealed, part.is);
    if (part.is === "checked") visit(node[checksumOf(name)] as EncString, "checksum");
  }
}

function collect(
  shape: Shape,
  node: Node,
  found: SealedText[],
  before = "",
  entry: SealedText["entry"] = null,
): void {
  for (const [name, part] of partsOf(shape)) {
    if (part.is === "choice" || part.is === "moment") continue;
    const path = before + name;
    if (part.is === "list") {
      entriesOf(node, name).forEach((each, i) => {
        const inEntry = { path: `${path}.${i}`, called: part.called, number: i + 1 };
        collect(part.entry, each, found, `${path}.${i}.`, inEntry);
      });
      continue;
    }
    // The schema has let in nothing else where a shape has a text.
    const sealed = node[name] as EncString | null;
    if (sealed === null) continue;
    found.push({ path, is: part.is, sealed, entry });
    if (part.is !== "checked") continue;
    const checksum = node[checksumOf(name)] as EncString;
    found.push({ path: checksumOf(path), is: "checksum", sealed: checksum, entry });
  }
}

/** Answers what is shown of a sealed text: its text, a secret as it is kept, or null where nothing can be shown. */
export type Show = (
  path: string,
  sealed: EncString | null,
  is: SealedText["is"],
) => string | StillSealed | null;

/**
 * The item with its texts opened. `show` is asked in the order of `sealedTextsOf`, and for no checksum; an entry of a
 * list that is not `isWhole` is left out.
 */
export function shownFrom(item: SealedItem, show: Show, isWhole: (entry: string) => boolean): ShownItem {
  const open = (shape: Shape, node: Node, before = ""): Node => {
    const shown: Record<string, unknown> = {};
    for (const [name, part] of partsOf(shape)) {
      const path = before + name;
      if (part.is === "choice" || part.is === "moment") shown[name] = node[name];
      else if (part.is !== "list") shown[name] = show(path, node[name] as EncString | null, part.is);
      else
        shown[name] = entriesOf(node, name).flatMap((each, i) =>
          isWhole(`${path}.${i}`) ? [open(part.entry, each, `${path}.${i}.`)] : [],
        );
    }
    const rest = restOf(shape, node);
    return rest ? { ...shown, rest } : shown;
  };
  const { name, notes, fields, passwordHistory } = open(commonShape, item);
  const data = open(shapes[item.type], item.data);
  // What the walk over a shape gives has that shape.
  return { type: item.type, name: name ?? "", notes, fields, passwordHistory, data } as ShownItem;
}

const namesIn = new WeakMap<Shape, ReadonlySet<string>>();

/** What stands in a sealed object of a shape. */
function namesOf(shape: Shape): ReadonlySet<string> {
  const known = namesIn.get(shape);
  if (known) return known;
  const names = new Set(
    partsOf(shape).flatMap(([name, { is }]) => (is === "checked" ? [name, checksumOf(name)] : [name])),
  );
  namesIn.set(shape, names);
  return names;
}

/** What a sealed object has beside its shape. */
function restOf(shape: Shape, node: Node): Rest | null {
  if (shape === commonShape) return null;
  const known = namesOf(shape);
  const rest = Object.keys(node).filter((name) => !known.has(name));
  return rest.length === 0 ? null : Object.fromEntries(rest.map((name) => [name, node[name]]));
}

const isSealed = (value: unknown): value is StillSealed => typeof value === "object" && value !== null;

/** A text that stands open in an item. */
type OpenText = { path: string; text: string; is: "text" | "secret" | "checked" };

/** Every one, in the order of `sealedTextsOf`. */
export function openTextsOf(item: EditedItem): OpenText[] {
  const found: OpenText[] = [];
  const collect = (shape: Shape, node: Node, before = "") => {
    for (const [name, part] of partsOf(shape)) {
      const path = before + name;
      const value = node[name];
      if (part.is === "list")
        entriesOf(node, name).forEach((each, i) => {
          collect(part.entry, each, `${path}.${i}.`);
        });
      else if (typeof value === "string" && part.is !== "moment" && part.is !== "choice")
        found.push({ path, text: value, is: part.is });
    }
  };
  collect(commonShape, item);
  collect(shapes[item.type], item.data);
  return found;
}

/** The texts of an item that are to be sealed, with the checksums. */
export function textsToSeal(item: EditedItem): ByPath<string> {
  const texts: ByPath<string> = {};
  for (const { path, text, is } of openTextsOf(item)) {
    texts[path] = text;
    if (is === "checked") texts[checksumOf(path)] = uriChecksum(text);
  }
  return texts;
}

/** The item with its texts sealed, and with whatever was kept of another program's. */
export function sealedFrom<Item extends EditedItem>(
  item: Item,
  key: EncString,
  sealed: ByPath<EncString>,
): SealedItem<Item["type"]> {
  const text = (path: string, value: unknown) => (isSealed(value) ? value.sealed : (sealed[path] ?? null));
  const seal = (shape: Shape, node: Node, before = ""): Node => ({
    // A field that has a shape by now is not written twice.
    ...(node.rest as Rest | undefined),
    ...Object.fromEntries(
      partsOf(shape).flatMap(([name, part]): [string, unknown][] => {
        const path = before + name;
        if (part.is === "choice" || part.is === "moment") return [[name, node[name]]];
        if (part.is === "list") return [[name, sealEntries(part, entriesOf(node, name), path)]];
        const own: [string, unknown] = [name, text(path, node[name])];
        return part.is === "checked" ? [own, [checksumOf(name), text(checksumOf(path), null)]] : [own];
      }),
    ),
  });
  const sealEntries = ({ entry }: List, entries: readonly Node[], path: string) =>
    entries.map((each, i) => seal(entry, each, `${path}.${i}.`));
  const data = seal(shapes[item.type], item.data);
  // What the walk over a shape gives has that shape.
  return { type: item.type, key, ...seal(commonShape, item), data } as SealedItem<Item["type"]>;
}
