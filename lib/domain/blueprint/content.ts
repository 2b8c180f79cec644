import { z } from "zod";
import { CollectionName } from "@/lib/domain/collection/inputs";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import { GroupName } from "@/lib/domain/group/inputs";
import { collectionSwitches } from "@/lib/domain/organization/inputs";
import { type AnyPolicyData, policySettings } from "@/lib/domain/policy/settings";
import { type PolicyType, policyTypes } from "@/lib/domain/policy/types";

/** How much is in one blueprint, at most. */
export const blueprintLimits = { collections: 250, groups: 100, cells: 5000 } as const;

const place = z.int().min(0);

/** What a group may do in a collection, each named by its place in the lists. */
const Cell = z.object({ group: place, collection: place, permission: z.enum(collectionPermissions) });

const Policy = z
  .object({ type: z.enum(policyTypes), data: z.unknown() })
  .transform(({ type, data }, context): { type: PolicyType; data: AnyPolicyData } => {
    const settings = policySettings[type].safeParse(data);
    if (settings.success) return { type, data: settings.data };
    context.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  });

/** The four switches, as the wire names them. */
export const Switches = z.object(
  // The list has each of them once.
  Object.fromEntries(collectionSwitches.map((name) => [name, z.boolean()])) as Record<
    (typeof collectionSwitches)[number],
    z.ZodBoolean
  >,
);
export type Switches = z.output<typeof Switches>;

/**
 * What a blueprint says of a client, as it stands sealed, as JSON. Nesting is in the names of collections. Policies are
 * those that are on.
 */
export const BlueprintContent = z
  .object({
    version: z.literal(1),
    collections: z.array(CollectionName).max(blueprintLimits.collections),
    groups: z.array(GroupName).max(blueprintLimits.groups),
    cells: z.array(Cell).max(blueprintLimits.cells),
    switches: Switches,
    policies: z.array(Policy).max(policyTypes.length),
  })
  .refine(({ cells, collections, groups }) =>
    cells.every(({ group, collection }) => group < groups.length && collection < collections.length),
  );
export type BlueprintContent = z.output<typeof BlueprintContent>;
