import { z } from "zod";
import type { EditedItem, OpenItem, ShownItem } from "@/lib/vault/item";

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

/** `password` is the item's own, where it was opened. */
export const valuesOf = (
  item: ShownItem<"login"> | null,
  password: string | null,
  organizationId: string,
  collectionIds: string[],
): ItemValues => ({
  name: item?.name ?? "",
  username: item?.data.username ?? "",
  password: password ?? "",
  notes: item?.notes ?? "",
  uris: item && item.data.uris.length > 0 ? item.data.uris.map(({ uri }) => ({ uri })) : [{ uri: "" }],
  organizationId,
  collectionIds,
});

/** What was typed as an item. */
export function itemOf(values: ItemValues): OpenItem<"login"> {
  const typed = values.uris.map(({ uri }) => uri.trim()).filter((uri) => uri !== "");
  return {
    type: "login",
    name: values.name,
    notes: values.notes || null,
    data: {
      username: values.username || null,
      password: values.password || null,
      totp: null,
      uris: typed.map((uri) => ({ uri, match: null })),
    },
  };
}

/**
 * What was typed as a change of an item, which keeps what the form does not show: a password that the person may
 * not see, the code for two-step login, how a website is compared, and what another program has put there.
 */
export function editOf(
  values: ItemValues,
  before: ShownItem<"login">,
  { mayReveal }: { mayReveal: boolean },
): EditedItem<"login"> {
  const { data, ...typed } = itemOf(values);
  const uris = data.uris.map((website) => before.data.uris.find(({ uri }) => uri === website.uri) ?? website);
  const password = mayReveal ? data.password : before.data.password;
  return { ...typed, data: { ...before.data, username: data.username, password, uris } };
}
