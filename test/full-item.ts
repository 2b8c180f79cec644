import { commonShape, type Part, type Shape, shapes } from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";
import type { OpenItem } from "@/lib/vault/item";

export const itemTypesInTests = Object.keys(shapes) as ItemType[];

/** An item with something in every part that its type can have. `textOf` says what, by the name of the part. */
export function aFullItem(type: ItemType, textOf: (name: string) => string): OpenItem {
  return { type, ...filled(commonShape, textOf), data: filled(shapes[type], textOf) } as OpenItem;
}

const filled = (shape: Shape, textOf: (name: string) => string): object =>
  Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, contentOf(name, part, textOf)]));

function contentOf(name: string, part: Part, textOf: (name: string) => string): unknown {
  if (part.is === "list") return [filled(part.entry, textOf)];
  if (part.is === "choice") return name === "linkedId" ? null : 1;
  if (part.is === "moment") return "2026-01-31T09:15:00.123Z";
  return textOf(name);
}
