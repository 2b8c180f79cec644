import { identityColors } from "@/components/ui/color-of";
import { byName, type OfProvider, openProviderNames } from "@/components/vault/provider-names";
import { type TagColor, tagColors } from "@/lib/domain/provider/tags";
import type { SealedTag } from "@/lib/operations/client/internal/provider-tags";
import { isLocked } from "@/lib/vault/errors";
import type { Vault } from "@/lib/vault/vault";

/** A provider's tags as a page was served them. */
export type SealedTags = OfProvider & { tags: SealedTag[] };

/** A tag with its name, or null where that cannot be opened. */
export type Tag = { id: SealedTag["id"]; color: TagColor; name: string | null };

/** The names in their order, opened with the provider key. It rejects when that cannot be had. */
export const openTags = async (vault: Vault, { tags, ...of }: SealedTags): Promise<Tag[]> =>
  byName(await openProviderNames(vault, of, tags));

/** The same for rows of a list: where the key cannot be had, the tags go by no name. */
export async function openTagsOfRows(vault: Vault, sealed: SealedTags): Promise<Tag[]> {
  try {
    return await openTags(vault, sealed);
  } catch (error) {
    if (isLocked(error)) throw error;
    return sealed.tags.map(({ id, color }) => ({ id, color, name: null }));
  }
}

/** A shade for each colour, of those in which clients and people are shown. */
export const shadeOf = (color: TagColor): string =>
  identityColors[tagColors.indexOf(color)] ?? identityColors[0];
