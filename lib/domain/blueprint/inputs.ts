import { z } from "zod";
import { Switches } from "@/lib/domain/blueprint/content";
import { allow, type Decision, refuse } from "@/lib/domain/decision";
import { changesLimit, GroupCell, GroupName } from "@/lib/domain/group/inputs";
import {
  BlueprintId,
  CollectionId,
  GroupId,
  OrganizationId,
  OrganizationKeyId,
  ProviderId,
} from "@/lib/domain/ids";
import { within } from "@/lib/domain/names";
import { encString, textToSeal } from "@/lib/domain/sealed";
import { noneTwice, selectedAtOnce } from "@/lib/domain/selection";

/** Blueprints of one provider: its list shows all of them on one page. */
export const blueprintLimit = 50;

/** Characters of a blueprint's sealed name, and of its sealed contents. */
const sealedName = 400;
const sealedContent = 700_000;

/** A blueprint's name as it is typed, before it is sealed. */
export const BlueprintName = textToSeal(sealedName)
  .trim()
  .min(1, { error: "required" })
  .superRefine(within(50));

export const mayMakeBlueprint = (blueprints: number): Decision =>
  blueprints < blueprintLimit ? allow : refuse("too_many_blueprints", { maximum: blueprintLimit });

export const BlueprintsOf = z.object({ providerId: ProviderId });
export const BlueprintRef = BlueprintsOf.extend({ blueprintId: BlueprintId });

/** The id is made by the form, so that the same form sent twice makes one blueprint. */
export const SaveBlueprint = BlueprintRef.extend({
  name: encString(sealedName),
  content: encString(sealedContent),
});
export const RenameBlueprint = BlueprintRef.extend({
  name: encString(sealedName),
  /** The sealed name that the form began with. Left out by whoever has no screen. */
  shown: encString(sealedName).optional(),
});

/** A client, whose provider it is asked for. */
export const ClientOf = BlueprintsOf.extend({ organizationId: OrganizationId });

const atMost = <Row extends z.ZodType>(row: Row, idOf: (made: z.output<Row>) => string) =>
  z
    .array(row)
    .max(selectedAtOnce, { error: "too_many" })
    .refine((rows) => noneTwice(rows.map(idOf)), { error: "invalid" });

/** Names of collections, under the organization's key. */
const sealedCollectionName = encString(1000);

/** A part of what a blueprint makes in a client. Nothing in it takes anything away. */
export const ApplyBlueprint = ClientOf.extend({
  blueprintId: BlueprintId,
  organizationKeyId: OrganizationKeyId,
  /** The client as it was when the differences were worked out: if it is otherwise by now, nothing is done. */
  mark: z.string().regex(/^[\w-]{1,64}$/u),
  collections: atMost(
    z.object({ collectionId: CollectionId, name: sealedCollectionName }),
    ({ collectionId }) => collectionId,
  ),
  groups: atMost(z.object({ groupId: GroupId, name: GroupName }), ({ groupId }) => groupId),
  cells: z
    .array(GroupCell.refine(({ to }) => to !== null, { error: "invalid" }))
    .max(changesLimit, { error: "too_many" })
    .refine((cells) => noneTwice(cells.map(({ groupId, collectionId }) => groupId + collectionId)), {
      error: "invalid",
    }),
  /** Null leaves them as they are. */
  switches: Switches.nullable(),
  /** Whether this is the last part: then the logs say that the blueprint was applied. */
  isLast: z.boolean(),
});

/** The address of a page that applies one: to which client, where that was chosen. */
export const ViewApply = z.object({ client: OrganizationId.nullable().default(null).catch(null) });
