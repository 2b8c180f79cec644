import type { ClientState } from "@/lib/domain/blueprint/client-state";
import { type BlueprintContent, blueprintLimits } from "@/lib/domain/blueprint/content";
import { allow, type Decision, refuse } from "@/lib/domain/decision";
import { folded } from "@/lib/domain/search";

/**
 * What is saved of a client: each name once, accents and case aside, as it came first, with the permissions of that
 * first one. Policies that are off are left out, and so are collections whose names do not open.
 */
export function contentOf(client: ClientState): BlueprintContent {
  const collections = placesOf(client.collections);
  const groups = placesOf(client.groups);
  const cells = client.cells.flatMap(({ groupId, collectionId, permission }) => {
    const [group, collection] = [groups.at.get(groupId), collections.at.get(collectionId)];
    return group === undefined || collection === undefined ? [] : [{ group, collection, permission }];
  });
  const policies = client.policies.flatMap(({ type, enabled, data }) => (enabled ? [{ type, data }] : []));
  return {
    version: 1,
    collections: collections.names,
    groups: groups.names,
    cells,
    switches: client.switches,
    policies,
  };
}

/** Whether this is not too much for one blueprint. The refusal says of what there is too much. */
export function mayBeBlueprint(content: BlueprintContent): Decision {
  for (const what of ["collections", "groups", "cells"] as const) {
    const [count, maximum] = [content[what].length, blueprintLimits[what]];
    if (count > maximum) return refuse("blueprint_too_large", { what, count, maximum });
  }
  return allow;
}

/** Names, each once, and at which place each id's own name stands. A second one of a name has no place. */
function placesOf(rows: readonly { id: string; name: string | null }[]) {
  const names: string[] = [];
  const at = new Map<string, number>();
  const seen = new Set<string>();
  for (const { id, name } of rows) {
    if (name === null || seen.has(folded(name))) continue;
    seen.add(folded(name));
    at.set(id, names.push(name) - 1);
  }
  return { names, at };
}
