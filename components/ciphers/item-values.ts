import { z } from "zod";
import { longestLogin } from "@/lib/domain/cipher/login";
import { sealedLength, textToSeal } from "@/lib/domain/sealed";
import { type LoginItem, sealedLoginLimits } from "@/lib/vault/login-item";

/** What websites can take of a login, beside the longest user name, password and code, and their names. */
const websitesTogether = longestLogin - 7_200;

/** Characters that the server counts for websites: sealed, with a sealed checksum of 44 bytes each, as JSON. */
const sealedWebsites = (uris: { uri: string }[]) =>
  uris.reduce(
    (sum, { uri }) => sum + sealedLength(new TextEncoder().encode(uri).length) + sealedLength(44) + 50,
    0,
  );

const limits = sealedLoginLimits;

export const ItemValues = z.object({
  name: textToSeal(limits.name).trim().min(1, { error: "required" }),
  username: textToSeal(limits.username),
  password: textToSeal(limits.password),
  notes: textToSeal(limits.notes),
  uris: z
    .array(z.object({ uri: textToSeal(limits.uri) }))
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
