import type { EncString } from "@/lib/crypto/types";
import type { CollectionId, FolderId, ItemId, OrganizationId } from "@/lib/domain/ids";
import { type Reprompt, reprompts, type SealedItem } from "@/lib/domain/item/sealed-item";
import { commonShape, type Part, type Shape, shapes } from "@/lib/domain/item/shapes";
import { itemTypes } from "@/lib/domain/item/types";

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

/** What `compactItems` was given. */
export const itemsOf = (compact: CompactItems) =>
  // Both lists were made of the same items.
  rowsOf(compact, (i) => compact.sealed[i] as SealedValues);

/** The same. What is sealed of an item is put together when somebody looks at it. */
export function rowsOf(
  { organizations, collections, folders, rows }: CompactRows,
  sealedAt: (i: number) => SealedValues,
) {
  const entries: Entry[] = [];
  const items = rows.map((row, i): ListedItem => {
    const [id, type, organization, folder, within, may, reprompt, favorite, ...others] = row;
    const [createdAt, revisedAt, deletedAt, archivedAt] = others;
    const itemId = id as ItemId;
    for (const number of within as number[]) {
      const collectionId = collections[number - 1];
      if (collectionId) entries.push({ itemId, collectionId });
    }
    const itemType = itemTypes[type as number] ?? "secure_note";
    const common = once(() => unpack(commonShape, sealedAt(i)[1]));
    const data = once(() => unpack(shapes[itemType], sealedAt(i)[2]));
    const item = {
      id: itemId,
      type: itemType,
      organizationId: organizations[(organization as number) - 1] ?? null,
      folderId: folders[(folder as number) - 1] ?? null,
      may: rightsOf(may as number),
      reprompt: reprompts[reprompt as number] ?? "none",
      isFavorite: favorite === 1,
      createdAt: dateOf(createdAt) ?? new Date(0),
      revisedAt: dateOf(revisedAt) ?? new Date(0),
      deletedAt: dateOf(deletedAt),
      archivedAt: dateOf(archivedAt),
      get key() {
        return sealedAt(i)[0];
      },
      get name() {
        return common().name;
      },
      get notes() {
        return common().notes;
      },
      get fields() {
        return common().fields;
      },
      get passwordHistory() {
        return common().passwordHistory;
      },
      get data() {
        return data();
      },
    };
    // What was packed by a shape has that shape.
    return item as unknown as ListedItem;
  });
  return { items, entries };
}

const rightsOf = (may: number): ListedItem["may"] => ({
  edit: (may & 1) !== 0,
  delete: (may & 2) !== 0,
  reveal: (may & 4) !== 0,
  assign: (may & 8) !== 0,
});

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
