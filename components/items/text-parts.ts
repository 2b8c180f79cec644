import { type Part, type Shape, shapes, type TextPartName } from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";
import type { ShownItem, StillSealed } from "@/lib/vault/item";

/** A part of a type that is one text. */
export type TextPart = { name: TextPartName; isSecret: boolean; limit: number };

const isText = (part: Part) => part.is === "text" || part.is === "secret";

const textPartsIn = (shape: Shape): TextPart[] =>
  Object.entries(shape).flatMap(([name, part]) =>
    isText(part) && "limit" in part
      ? [{ name: name as TextPartName, isSecret: part.is === "secret", limit: part.limit }]
      : [],
  );

const ofTypes = Object.fromEntries(
  Object.entries(shapes).map(([type, shape]) => [type, textPartsIn(shape)]),
) as Record<ItemType, TextPart[]>;

/** The parts of an item of this type that are one text each, in the order in which they are shown. */
export const textPartsOf = (type: ItemType): readonly TextPart[] => ofTypes[type];

/** What an item has for such a part. */
export const partOf = ({ data }: ShownItem, name: string): string | StillSealed | null =>
  (data as Readonly<Record<string, string | StillSealed | null>>)[name] ?? null;

/** The same of a part that is no secret. */
export function textOfPart(item: ShownItem, name: string): string | null {
  const value = partOf(item, name);
  return typeof value === "string" ? value : null;
}

/** The websites of an item; none where its type has none. */
export const websitesOf = ({ type, data }: ShownItem): { uri: string; match: number | null }[] =>
  type === "login" ? (data as ShownItem<"login">["data"]).uris : [];

const allNames: ReadonlySet<string> = new Set(
  Object.values(ofTypes).flatMap((parts) => parts.map(({ name }) => name)),
);

export const isTextPart = (name: string): name is TextPartName => allNames.has(name);
