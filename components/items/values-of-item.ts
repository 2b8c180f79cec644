import type { ItemValues } from "@/components/items/item-values";
import { textPartsOf } from "@/components/items/text-parts";
import { type FieldKind, fieldNumbers } from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";
import { type OpenItem, type ShownItem, withoutHidden } from "@/lib/vault/item";

type KeptIn = { organizationId: string; collectionIds: string[] };

const kindOf = (type: number | null): FieldKind => {
  const [kind = "text"] = Object.entries(fieldNumbers).find(([, number]) => number === type) ?? [];
  return kind as FieldKind;
};

/** What a form for a new item of this type begins with. */
export const emptyValues = (type: ItemType, { organizationId, collectionIds }: KeptIn): ItemValues => ({
  type,
  name: "",
  notes: "",
  parts: Object.fromEntries(textPartsOf(type).map(({ name }) => [name, ""])),
  uris: type === "login" ? [{ uri: "", match: "" }] : [],
  fields: [],
  reprompt: false,
  organizationId,
  collectionIds,
});

/** What a form for an item that is there begins with. `item` has those of its secrets that the person may see. */
export function valuesOf(item: OpenItem, reprompt: boolean, keptIn: KeptIn): ItemValues {
  const data = item.data as Readonly<Record<string, unknown>>;
  const empty = emptyValues(item.type, keptIn);
  const uris = item.type === "login" ? (item as OpenItem<"login">).data.uris : [];
  return {
    ...empty,
    name: item.name,
    notes: item.notes ?? "",
    parts: Object.fromEntries(
      textPartsOf(item.type).map(({ name }) => [name, typeof data[name] === "string" ? data[name] : ""]),
    ),
    uris:
      uris.length > 0
        ? uris.map(({ uri, match }) => ({ uri, match: match === null ? "" : String(match) }))
        : empty.uris,
    fields: item.fields.map(({ name, value, type, linkedId }, place) => ({
      name: name ?? "",
      kind: kindOf(type),
      value: value ?? "",
      linked: linkedId === null ? "" : String(linkedId),
      before: place,
    })),
    reprompt,
  };
}

/** What of an item a form opens: everything, or what somebody may see who may not see its secrets. */
export const forForm = (content: ShownItem, mayReveal: boolean): ShownItem =>
  mayReveal ? content : withoutHidden(content);
