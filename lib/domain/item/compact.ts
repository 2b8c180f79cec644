import type { EncString } from "@/lib/crypto/types";
import type { CollectionId, FolderId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { type Reprompt, reprompts, type SealedItem } from "@/lib/domain/item/sealed-item";
import { commonShape, type Part, type Shape, shapes } from "@/lib/domain/item/shapes";
import { type ItemType, itemTypes } from "@/lib/domain/item/types";
import { Parts } from "@/lib/domain/parts";

/** An item of a list, as a query reads it. */
export type ListedItem = SealedItem & {
  id: ItemId;
  reprompt: Reprompt;
  organizationId: OrganizationId | null;
  createdAt: Date;
  revisedAt: Date;
  deletedAt: Date | null;
  archivedAt: Date | null;
  isFavorite: boolean;
  folderId: FolderId | null;
  may: Record<Right, boolean>;
};

type Right = (typeof rights)[number];
const rights = ["edit", "delete", "reveal", "assign"] as const;

/** Which item is in which collection. */
export type Entry = { itemId: ItemId; collectionId: CollectionId };

/**
 * The number of this form, and of what a device keeps in it. It is another one with each change of a shape, of what a
 * search looks through, or of the order of any list here: values without names are read by their places.
 */
export const compactForm = 1;

/**
 * Items and the collections they are in, without a name of a part and without an id that stands twice: each item is a
 * list of values, and points to its places by their number. What is sealed of it stands apart, in the order of its shape.
 */
export type CompactItems = CompactRows & { sealed: SealedValues[] };

export type CompactRows = {
  organizations: OrganizationId[];
  collections: CollectionId[];
  folders: FolderId[];
  rows: Value[][];
};

/** The same as it crosses: some of the items at a time. */
export type CompactInParts = Omit<CompactRows, "rows"> & {
  parts: Parts<Pick<CompactItems, "rows" | "sealed">>;
};

/** An item's key, and its parts. */
export type SealedValues = [key: EncString, common: Value[], data: Value[]];

type Value = string | number | Value[] | { readonly [name: string]: unknown };
type Node = { readonly [name: string]: unknown };

/** Stands for what there is not: no sealed text and no date is empty. */
const nothing = "";

const listed = new WeakMap<Shape, [string, Part][]>();

/** The parts of a shape with their checksums, listed once. */
function partsOf(shape: Shape): [string, Part][] {
  const known = listed.get(shape);
  if (known) return known;
  const parts = Object.entries(shape).flatMap(([name, part]): [string, Part][] =>
    part.is === "checked"
      ? [
          [name, part],
          [`${name}Checksum`, part],
        ]
      : [[name, part]],
  );
  listed.set(shape, parts);
  return parts;
}

/** The values of a shape in its order; what another program has written beside it comes last, as it is. */
function pack(shape: Shape, node: Node): Value[] {
  const parts = partsOf(shape);
  const values = parts.map(([name, part]): Value => {
    const value = node[name] ?? nothing;
    if (part.is !== "list") return value as Value;
    return Array.isArray(value) ? value.map((entry: Node) => pack(part.entry, entry)) : [];
  });
  const names = new Set(parts.map(([name]) => name));
  const rest = Object.entries(node).filter(([name]) => !names.has(name));
  return rest.length === 0 ? values : [...values, Object.fromEntries(rest)];
}

function unpack(shape: Shape, values: readonly Value[]): Node {
  const parts = partsOf(shape);
  const node: Record<string, unknown> = {};
  for (let i = 0; i < parts.length; i++) {
    const [name, part] = parts[i] as [string, Part];
    const value = values[i] ?? nothing;
    if (part.is === "list") node[name] = (value as Value[][]).map((entry) => unpack(part.entry, entry));
    else node[name] = value === nothing ? null : value;
  }
  return values.length > parts.length ? { ...node, ...(values[parts.length] as Node) } : node;
}

/** Numbers the ids that it is given, each once, from 1. */
function numbering<Id extends string>() {
  const numbers = new Map<Id, number>();
  const numberOf = (id: Id | null): number => {
    if (id === null) return 0;
    const known = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, known);
    return known;
  };
  return { numberOf, all: () => [...numbers.keys()] };
}

const momentOf = (date: Date | null): Value => date?.getTime() ?? nothing;
const dateOf = (value: Value | undefined): Date | null =>
  typeof value === "number" ? new Date(value) : null;

/** The compact form of items. */
export function compactItems(items: readonly ListedItem[], entries: readonly Entry[]): CompactItems {
  const [organizations, collections, folders] = [
    numbering<OrganizationId>(),
    numbering<CollectionId>(),
    numbering<FolderId>(),
  ];
  const within = new Map<ItemId, number[]>();
  for (const { itemId, collectionId } of entries) {
    const known = within.get(itemId);
    if (known) known.push(collections.numberOf(collectionId));
    else within.set(itemId, [collections.numberOf(collectionId)]);
  }
  const rows = items.map((item): Value[] => [
    item.id,
    itemTypes.indexOf(item.type),
    organizations.numberOf(item.organizationId),
    folders.numberOf(item.folderId),
    within.get(item.id) ?? [],
    rights.reduce((sum, right, i) => sum + (item.may[right] ? 1 << i : 0), 0),
    reprompts.indexOf(item.reprompt),
    item.isFavorite ? 1 : 0,
    momentOf(item.createdAt),
    momentOf(item.revisedAt),
    momentOf(item.deletedAt),
    momentOf(item.archivedAt),
  ]);
  const sealed = items.map(
    (item): SealedValues => [item.key, pack(commonShape, commonOf(item)), pack(shapes[item.type], item.data)],
  );
  return {
    organizations: organizations.all(),
    collections: collections.all(),
    folders: folders.all(),
    rows,
    sealed,
  };
}

const commonOf = ({ name, notes, fields, passwordHistory }: SealedItem) => ({
  ...{ name, notes, fields, passwordHistory },
});

/** How many items are in a part: some milliseconds to read. */
const inPart = 250;

export function inParts({ rows, sealed, ...places }: CompactItems): CompactInParts {
  const parts = Array.from({ length: Math.ceil(rows.length / inPart) }, (_, i) => {
    const [from, to] = [i * inPart, (i + 1) * inPart];
    return { rows: rows.slice(from, to), sealed: sealed.slice(from, to) };
  });
  return { ...places, parts: new Parts(parts) };
}

/** All parts, once they have come. */
export async function fromParts({ parts, ...places }: CompactInParts): Promise<CompactItems> {
  const whole: CompactItems = { ...places, rows: [], sealed: [] };
  for await (const { rows, sealed } of parts) {
    whole.rows.push(...rows);
    whole.sealed.push(...sealed);
  }
  return whole;
}

/** What `compactItems` was given. */
export const itemsOf = (compact: CompactItems) =>
  // Both lists were made of the same items.
  rowsOf(compact, (i) => compact.sealed[i] as SealedValues);

/** The same. What is sealed of an item is read when somebody looks at it. */
export function rowsOf(
  { organizations, collections, folders, rows }: CompactRows,
  sealedAt: (i: number) => SealedValues,
) {
  const entries: Entry[] = [];
  const items = rows.map((row, i) => {
    const itemId = row[0] as ItemId;
    for (const number of row[4] as number[]) {
      const collectionId = collections[number - 1];
      if (collectionId) entries.push({ itemId, collectionId });
    }
    const places = {
      organizationId: organizations[(row[2] as number) - 1] ?? null,
      folderId: folders[(row[3] as number) - 1] ?? null,
    };
    // What was packed by a shape has that shape.
    return new CompactItem(row, places, () => sealedAt(i)) as unknown as ListedItem;
  });
  return { items, entries };
}

type Places = Pick<ListedItem, "organizationId" | "folderId">;

/** An item of the compact form. A getter of a class costs nothing where ten thousand are made, and one of an object much. */
class CompactItem {
  readonly id: ItemId;
  readonly type: ItemType;
  readonly organizationId: OrganizationId | null;
  readonly folderId: FolderId | null;
  readonly may: ListedItem["may"];
  readonly reprompt: Reprompt;
  readonly isFavorite: boolean;
  readonly createdAt: Date;
  readonly revisedAt: Date;
  readonly deletedAt: Date | null;
  readonly archivedAt: Date | null;
  #common: Node | null = null;
  #data: Node | null = null;
  readonly #sealed: () => SealedValues;

  constructor(row: readonly Value[], { organizationId, folderId }: Places, sealed: () => SealedValues) {
    this.id = row[0] as ItemId;
    this.type = itemTypes[row[1] as number] ?? "secure_note";
    this.organizationId = organizationId;
    this.folderId = folderId;
    this.may = rightsOf(row[5] as number);
    this.reprompt = reprompts[row[6] as number] ?? "none";
    this.isFavorite = row[7] === 1;
    this.createdAt = dateOf(row[8]) ?? new Date(0);
    this.revisedAt = dateOf(row[9]) ?? new Date(0);
    this.deletedAt = dateOf(row[10]);
    this.archivedAt = dateOf(row[11]);
    this.#sealed = sealed;
  }

  get #parts(): Node {
    this.#common ??= unpack(commonShape, this.#sealed()[1]);
    return this.#common;
  }

  get key() {
    return this.#sealed()[0];
  }

  get name() {
    return this.#parts.name;
  }

  get notes() {
    return this.#parts.notes;
  }

  get fields() {
    return this.#parts.fields;
  }

  get passwordHistory() {
    return this.#parts.passwordHistory;
  }

  get data(): Node {
    this.#data ??= unpack(shapes[this.type], this.#sealed()[2]);
    return this.#data;
  }
}

const rightsOf = (may: number): ListedItem["may"] => ({
  edit: (may & 1) !== 0,
  delete: (may & 2) !== 0,
  reveal: (may & 4) !== 0,
  assign: (may & 8) !== 0,
});
