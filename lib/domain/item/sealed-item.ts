import { z } from "zod";
import { isEncString } from "@/lib/crypto/enc-string";
import type { EncString } from "@/lib/crypto/types";
import {
  commonShape,
  type Part,
  type SealedOf,
  type Shape,
  type Shapes,
  shapes,
} from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";
import { encString, SealedSymmetricKey } from "@/lib/domain/sealed";

/** What an item of any type has, sealed. */
export type SealedCommon<Sealed extends string = EncString> = SealedOf<typeof commonShape, Sealed>;

/** What an item of a type has beside what all have, sealed. */
export type SealedData<Type extends ItemType = ItemType> = { [K in Type]: SealedOf<Shapes[K]> }[Type];

/** Whether the master password is asked for before secrets of the item are shown or copied. */
export const reprompts = ["none", "password"] as const;
export type Reprompt = (typeof reprompts)[number];

/**
 * All of an item's data together, in characters. Each part may be long and there may be many, but not both: what
 * one account can store is the number of its items times this.
 */
export const longestData = 64_000;

/** A date in the clear, as other programs write it: `2026-01-31T09:15:00.123Z`. */
export const writtenMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/;
const fieldName = /^[a-z][a-zA-Z0-9]{0,49}$/;
const deepest = 3;

/** Whether a value of a field that is in no shape may be kept: no text in it is in the clear, dates aside. */
function isKept(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return writtenMoment.test(value) || isEncString(value);
  if (typeof value !== "object" || depth === deepest) return false;
  if (Array.isArray(value)) return value.every((each) => isKept(each, depth + 1));
  return Object.entries(value).every(([name, each]) => fieldName.test(name) && isKept(each, depth + 1));
}

function schemaOfPart(name: string, part: Part): [string, z.ZodType][] {
  switch (part.is) {
    case "text":
    case "secret":
      return [[name, encString(part.limit).nullable()]];
    case "checked":
      return [name, `${name}Checksum`].map((each) => [each, encString(part.limit)]);
    case "choice":
      return [[name, z.int().min(0).max(part.max).nullable()]];
    case "moment":
      return [[name, z.string().regex(writtenMoment, { error: "invalid" }).nullable()]];
    case "list":
      return [[name, z.array(schemaOf(part.entry)).max(part.max, { error: "too_many" })]];
  }
}

/** Checks what stands in a shape, part by part, and keeps what does not, if it is sealed. */
function schemaOf(shape: Shape): z.ZodType {
  const parts = Object.fromEntries(Object.entries(shape).flatMap(([name, part]) => schemaOfPart(name, part)));
  return z.looseObject(parts).superRefine((given, { addIssue }) => {
    for (const [name, value] of Object.entries(given))
      if (!Object.hasOwn(parts, name) && !(fieldName.test(name) && isKept(value)))
        addIssue({ code: "custom", path: [name], message: "not_sealed", input: value });
  });
}

/** A list that an item of any type has. */
function sealedList<Name extends "fields" | "passwordHistory">(name: Name) {
  const { max, entry } = commonShape[name];
  // The schema is built from the shape that the type is derived from.
  const schema = schemaOf(entry) as z.ZodType<SealedCommon[Name][number], SealedCommon<string>[Name][number]>;
  return z.array(schema).max(max, { error: "too_many" });
}

/** An item as it reaches the server: every word of it sealed, under a key of its own. */
const sealedItemOf = <Type extends ItemType>(type: Type) =>
  z
    .object({
      type: z.literal(type),
      key: SealedSymmetricKey,
      name: encString(commonShape.name.limit),
      notes: encString(commonShape.notes.limit).nullable(),
      fields: sealedList("fields"),
      passwordHistory: sealedList("passwordHistory"),
      data: schemaOf(shapes[type]) as z.ZodType<SealedOf<Shapes[Type]>, SealedOf<Shapes[Type], string>>,
    })
    .superRefine(({ data, fields, passwordHistory }, { addIssue }) => {
      if (JSON.stringify([data, fields, passwordHistory]).length <= longestData) return;
      const limit = { maximum: longestData, origin: "string", inclusive: true } as const;
      addIssue({ code: "too_big", ...limit, message: "too_long", path: ["data"], input: data });
    });

export const SealedItem = z.discriminatedUnion("type", [
  sealedItemOf("login"),
  sealedItemOf("secure_note"),
  sealedItemOf("card"),
  sealedItemOf("identity"),
  sealedItemOf("ssh_key"),
]);

/** An item of one type, or of any. */
export type SealedItem<Type extends ItemType = ItemType> = Extract<
  z.infer<typeof SealedItem>,
  { type: Type }
>;
