import { reprompts, type SealedItem } from "@/lib/domain/item/sealed-item";
import { dataOnWire, type ItemType, itemNumbers } from "@/lib/domain/item/types";
import type { OpenItem } from "@/lib/vault/item";

/** What an exported item is besides its contents. */
export type ItemFacts = {
  id: string;
  organizationId: string | null;
  collectionIds: string[] | null;
  folderId: string | null;
  isFavorite: boolean;
  archivedAt: Date | null;
  createdAt: Date;
  revisedAt: Date;
  reprompt: (typeof reprompts)[number];
};

/** What readers expect there although we keep nothing of it. Protocol chapter 16.1. */
const expected: Partial<Record<ItemType, object>> = {
  login: { fido2Credentials: [] },
  secure_note: { type: 0 },
};

/**
 * An item with the names and numbers of the wire, opened, or sealed as the server has it. Fields of other programs stand
 * where they stood. Protocol chapter 16.1.
 */
export function wireItem(facts: ItemFacts, item: OpenItem | SealedItem): Record<string, unknown> {
  const { type, name, notes, fields, passwordHistory, data } = item;
  return {
    passwordHistory: flat(passwordHistory),
    revisionDate: facts.revisedAt.toISOString(),
    creationDate: facts.createdAt.toISOString(),
    deletedDate: null,
    archivedDate: facts.archivedAt?.toISOString() ?? null,
    id: facts.id,
    organizationId: facts.organizationId,
    folderId: facts.folderId,
    type: itemNumbers[type],
    reprompt: reprompts.indexOf(facts.reprompt),
    name,
    notes,
    favorite: facts.isFavorite,
    ...("key" in item && { key: item.key }),
    fields: flat(fields),
    [dataOnWire[type]]: { ...expected[type], ...(flat(data) as object) },
    collectionIds: facts.collectionIds,
  };
}

/** The same with the fields of other programs in their places again. */
function flat(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(flat);
  const { rest, ...known } = node as { rest?: object };
  const entries = Object.entries(known).map(([name, value]) => [name, flat(value)]);
  return { ...Object.fromEntries(entries), ...rest };
}
