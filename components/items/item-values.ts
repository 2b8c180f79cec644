import { z } from "zod";
import { longestData } from "@/lib/domain/item/sealed-item";
import { commonShape, shapes } from "@/lib/domain/item/shapes";
import { sealedLength, textToSeal } from "@/lib/domain/sealed";
import type { EditedItem, OpenItem, ShownItem } from "@/lib/vault/item";

/** How much of a login's size is left for websites when user name, password and code are as long as they can be. */
const websitesTogether = longestData - 7_200;

/** Characters that the server counts for websites: sealed, with a sealed checksum of 44 bytes each, as JSON. */
const sealedWebsites = (uris: { uri: string }[]) =>
  uris.reduce(
    (sum, { uri }) => sum + sealedLength(new TextEncoder().encode(uri).length) + sealedLength(44) + 50,
    0,
  );

const { username, password, uris: websites } = shapes.login;

export const ItemValues = z.object({
  name: textToSeal(commonShape.name.limit).trim().min(1, { error: "required" }),
  username: textToSeal(username.limit),
  password: textToSeal(password.limit),
  notes: textToSeal(commonShape.notes.limit),
  uris: z
    .array(z.object({ uri: textToSeal(websites.entry.uri.limit) }))
    .max(50, { error: "too_many" })
    .refine((uris) => sealedWebsites(uris) <= websitesTogether, { error: "too_long_together" }),
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
 * The change of an item that was typed. It keeps what the form does not show: a password that the person may
 * not see, the code for two-step login, how a website is compared, and fields of other programs.
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
