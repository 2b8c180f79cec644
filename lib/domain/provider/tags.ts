import { z } from "zod";
import { allow, type Decision, refuse } from "@/lib/domain/decision";
import { ClientTagId, OrganizationId, ProviderId } from "@/lib/domain/ids";
import { within } from "@/lib/domain/names";
import { encString, textToSeal } from "@/lib/domain/sealed";
import { noneTwice } from "@/lib/domain/selection";

/** Names of colours, of which each look of the pages has its own shade. Beside a colour there is always a name. */
export const tagColors = ["slate", "plum", "rust", "green", "violet", "teal", "ochre", "rose"] as const;
export type TagColor = (typeof tagColors)[number];

/** Tags of one provider. */
export const tagLimit = 50;
/** Tags of one client: the list shows all of them in its row. */
export const tagsOfClientLimit = 10;

/** Characters of a tag's sealed name. */
export const sealedTagName = 300;

/** A tag's name as it is typed, before it is sealed: short, because several stand in one row. */
export const TagName = textToSeal(sealedTagName).trim().min(1, { error: "required" }).superRefine(within(24));

export const mayMakeTag = (tags: number): Decision =>
  tags < tagLimit ? allow : refuse("too_many_tags", { maximum: tagLimit });

/** Whether a client can have this number of tags. */
export const mayHaveTags = (tags: number): Decision =>
  tags <= tagsOfClientLimit ? allow : refuse("too_many_tags_of_client", { maximum: tagsOfClientLimit });

const Look = z.object({ name: encString(sealedTagName), color: z.enum(tagColors) });
const Ref = z.object({ providerId: ProviderId, tagId: ClientTagId });

/** The id is made by the form, so that the same form sent twice makes one tag. */
export const MakeTag = Ref.extend(Look.shape);
export const ChangeTag = Ref.extend({
  ...Look.shape,
  /** What the form began with. Left out by whoever has no screen. */
  shown: Look.optional(),
});
export const DeleteTag = Ref;

/** All tags that the client has from then on. */
export const SetClientTags = z.object({
  providerId: ProviderId,
  organizationId: OrganizationId,
  tagIds: z.array(ClientTagId).max(tagLimit).refine(noneTwice, { error: "invalid" }),
});
