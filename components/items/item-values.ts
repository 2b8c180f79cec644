import { z } from "zod";
import type { LoginItem } from "@/lib/vault/item";

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** Lengths in bytes that fit, sealed, into the limits of protocol chapter 2.4. */
const text = (max: number) =>
  z.string().superRefine((typed, { addIssue }) => {
    if (bytesOf(typed) <= max) return;
    const limit = { code: "too_big", origin: "string", maximum: max, inclusive: true } as const;
    addIssue({ ...limit, input: typed, message: "too_many_bytes" });
  });

export const ItemValues = z.object({
  name: text(500).trim().min(1, { error: "required" }),
  username: text(500),
  password: text(3000),
  notes: text(7000),
  uris: z.array(z.object({ uri: text(7000) })).max(50, { error: "too_many" }),
  /** Empty for one's own vault. */
  organizationId: z.string(),
  collectionIds: z.array(z.string()),
});
export type ItemValues = z.infer<typeof ItemValues>;

/** A new item of an organization goes into at least one collection; an edit leaves it where it is. */
export const NewItemValues = ItemValues.superRefine(({ organizationId, collectionIds }, context) => {
  if (organizationId && collectionIds.length === 0)
    context.addIssue({ code: "custom", path: ["collectionIds"], message: "required", input: [] });
});

export const valuesOf = (
  item: LoginItem | null,
  organizationId: string,
  collectionIds: string[],
): ItemValues => ({
  name: item?.name ?? "",
  username: item?.username ?? "",
  password: item?.password ?? "",
  notes: item?.notes ?? "",
  uris: item && item.uris.length > 0 ? item.uris.map(({ uri }) => ({ uri })) : [{ uri: "" }],
  organizationId,
  collectionIds,
});

/** What was typed as an item. Of the earlier version it keeps what the form does not show. */
export function itemOf(values: ItemValues, before: LoginItem | null): LoginItem {
  const typed = values.uris.map(({ uri }) => uri.trim()).filter((uri) => uri !== "");
  return {
    name: values.name,
    username: values.username || null,
    password: values.password || null,
    totp: before?.totp ?? null,
    notes: values.notes || null,
    uris: typed.map((uri) => ({
      uri,
      match: before?.uris.find((each) => each.uri === uri)?.match ?? null,
    })),
  };
}
