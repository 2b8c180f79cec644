import { z } from "zod";
import { textPartsOf } from "@/components/items/text-parts";
import { commonShape, type FieldKind, fieldNumbers, shapes } from "@/lib/domain/item/shapes";
import { itemSize, largestTyped } from "@/lib/domain/item/size";
import { itemTypes } from "@/lib/domain/item/types";
import { textToSeal } from "@/lib/domain/sealed";

const { fields, name, notes } = commonShape;
const { uris } = shapes.login;
const kinds = Object.keys(fieldNumbers) as [FieldKind, ...FieldKind[]];

/** A field that somebody has added, as it is typed. */
const TypedField = z.object({
  name: textToSeal(fields.entry.name.limit),
  kind: z.enum(kinds),
  /** A boolean is "true" or "false". */
  value: textToSeal(fields.entry.value.limit),
  /** Of a linked one: the number of the part; empty where none is chosen. */
  linked: z.string(),
  /** Its place in the item that is changed; null for a new one. */
  before: z.number().nullable(),
});

/** How a website is compared; empty is the account's default. */
const TypedWebsite = z.object({ uri: textToSeal(uris.entry.uri.limit), match: z.string() });

export const ItemValues = z
  .object({
    type: z.enum(itemTypes),
    name: textToSeal(name.limit).trim().min(1, { error: "required" }),
    notes: textToSeal(notes.limit),
    /** The parts of its type that are one text each, by name. */
    parts: z.record(z.string(), z.string()),
    uris: z.array(TypedWebsite).max(uris.max, { error: "too_many" }),
    fields: z.array(TypedField).max(fields.max, { error: "too_many" }),
    reprompt: z.boolean(),
    /** Empty for one's own vault. */
    organizationId: z.string(),
    collectionIds: z.array(z.string()),
  })
  .superRefine((values, { addIssue }) => {
    for (const part of textPartsOf(values.type))
      for (const { message, params } of problemsOf(values.parts[part.name] ?? "", part.limit))
        addIssue({ code: "custom", path: ["parts", part.name], message, params, input: values.parts });
    const sizes = itemSize(values);
    if (sizes.whole <= largestTyped) return;
    const path = [sizes.fields > sizes.uris ? "fields" : "uris"];
    addIssue({ code: "custom", path, message: "too_long_together", input: values });
  });
export type ItemValues = z.infer<typeof ItemValues>;

function problemsOf(text: string, limit: number) {
  const issues = textToSeal(limit).safeParse(text).error?.issues ?? [];
  return issues.map((issue) => ({
    message: issue.message,
    ...("params" in issue && { params: issue.params }),
  }));
}

/** A new item of an organization goes into at least one collection; an edit leaves it where it is. */
export const NewItemValues = ItemValues.superRefine(({ organizationId, collectionIds }, context) => {
  if (organizationId && collectionIds.length === 0)
    context.addIssue({ code: "custom", path: ["collectionIds"], message: "required", input: [] });
});
