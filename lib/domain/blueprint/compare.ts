import type { ClientState } from "@/lib/domain/blueprint/client-state";
import type { BlueprintContent, Switches } from "@/lib/domain/blueprint/content";
import type { CollectionPermission } from "@/lib/domain/collection/permission";
import type { CollectionId, GroupId } from "@/lib/domain/ids";
import { collectionSwitches } from "@/lib/domain/organization/inputs";
import type { AnyPolicyData } from "@/lib/domain/policy/settings";
import { type PolicyType, policyFacts, policyTypes } from "@/lib/domain/policy/types";
import { folded } from "@/lib/domain/search";

/** A name of the blueprint, with what the client has under it: null where that is to be made. */
export type Compared<Id> = { name: string; id: Id | null };

/** A permission as it is and as it is to be. Both are named by their places in the lists of names. */
export type CellDifference = {
  group: number;
  collection: number;
  from: CollectionPermission | null;
  to: CollectionPermission;
};

export type PolicyDifference = { type: PolicyType; data: AnyPolicyData; change: "on" | "settings" };

/** In what a client differs from a blueprint. */
export type Differences = {
  collections: Compared<CollectionId>[];
  groups: Compared<GroupId>[];
  cells: CellDifference[];
  /** Permissions that the client has already. */
  sameCells: number;
  /** Permissions in collections that whoever looks may not manage. */
  heldCells: number;
  switches: (keyof Switches)[];
  policies: PolicyDifference[];
  samePolicies: number;
  /** What the blueprint has and the client's plan does not include: it is left out. */
  lacking: { groups: number; policies: number };
};

/** Compares by name, accents and case aside. Of several things of one name, the first of the client counts. */
export function compare(content: BlueprintContent, client: ClientState): Differences {
  const collections = pair<CollectionId>(content.collections, client.collections);
  const hasGroups = client.includes.groups;
  const groups = hasGroups ? pair<GroupId>(content.groups, client.groups) : [];
  const manageable = new Set(client.collections.flatMap(({ id, mayManage }) => (mayManage ? [id] : [])));
  const now = new Map(
    client.cells.map(({ groupId, collectionId, permission }) => [groupId + collectionId, permission]),
  );
  const wanted = hasGroups ? content.cells : [];
  const cells = wanted.map(({ group, collection, permission: to }): CellDifference & { held: boolean } => {
    const [groupId, collectionId] = [groups[group]?.id, collections[collection]?.id];
    const from = groupId && collectionId ? (now.get(groupId + collectionId) ?? null) : null;
    return { group, collection, from, to, held: Boolean(collectionId && !manageable.has(collectionId)) };
  });
  const different = cells.filter(({ from, to }) => from !== to);
  const { changed, same } = comparePolicies(content, client);
  return {
    collections,
    groups,
    cells: different.filter(({ held }) => !held).map(({ held: _, ...cell }) => cell),
    sameCells: cells.length - different.length,
    heldCells: different.filter(({ held }) => held).length,
    switches: collectionSwitches.filter((name) => content.switches[name] !== client.switches[name]),
    policies: client.includes.policies ? changed : [],
    samePolicies: same,
    lacking: {
      groups: hasGroups ? 0 : content.groups.length,
      policies: client.includes.policies ? 0 : changed.length,
    },
  };
}

/** Whether there is nothing to do. */
export const isSame = ({ collections, groups, cells, switches, policies }: Differences): boolean =>
  [...collections, ...groups].every(({ id }) => id !== null) &&
  cells.length + switches.length + policies.length === 0;

function pair<Id extends string>(
  names: readonly string[],
  there: readonly { id: Id; name: string | null }[],
): Compared<Id>[] {
  const known = new Map<string, Id>();
  for (const { id, name } of there) {
    const key = folded(name ?? "");
    if (name !== null && !known.has(key)) known.set(key, id);
  }
  return names.map((name) => ({ name, id: known.get(folded(name)) ?? null }));
}

/** A policy stands after the one that it needs. */
function comparePolicies(content: BlueprintContent, client: ClientState) {
  const byNeed = [...content.policies].sort(
    (one, other) => needs(one.type) - needs(other.type) || placeOf(one.type) - placeOf(other.type),
  );
  const changed = byNeed.flatMap(({ type, data }): PolicyDifference[] => {
    const now = client.policies.find((policy) => policy.type === type);
    if (!now?.enabled) return [{ type, data, change: "on" }];
    return canonical(now.data) === canonical(data) ? [] : [{ type, data, change: "settings" }];
  });
  return { changed, same: byNeed.length - changed.length };
}

const needs = (type: PolicyType) => (policyFacts[type].requires ? 1 : 0);
const placeOf = (type: PolicyType) => policyTypes.indexOf(type);

/** The same text for the same settings, in whatever order the database keeps their names. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
