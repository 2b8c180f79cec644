import type { Shown } from "@/components/blueprints/run-apply";
import { firstSwitches } from "@/lib/domain/organization/inputs";
import type { BlueprintResult } from "@/lib/domain/provider/client-jobs";

/**
 * Whether a blueprint can be applied without a person who has looked: it makes what is missing, and changes nothing that
 * somebody has set. A switch that stands as in every new organization was set by nobody.
 */
export function asksNobody({ client, differences, policies }: Shown): boolean {
  const { state } = client;
  return (
    // Such a collection may be one of the blueprint, and would be made twice.
    state.collections.every(({ name }) => name !== null) &&
    differences.cells.every(({ from }) => from === null) &&
    differences.switches.every((name) => state.switches[name] === firstSwitches[name]) &&
    policies.every(
      ({ change, preview }) =>
        preview === null || (change === "on" && preview.revoked === 0 && preview.collections === 0),
    )
  );
}

/** What is made of a client by applying what was compared, and what is left out. */
export function resultOf({ differences, policies }: Shown): BlueprintResult {
  const made = (rows: readonly { id: string | null }[]) => rows.filter(({ id }) => id === null).length;
  const set = policies.filter(({ preview }) => preview !== null).length;
  return {
    collections: made(differences.collections),
    groups: made(differences.groups),
    permissions: differences.cells.length,
    switches: differences.switches.length,
    policies: set,
    lacking: differences.lacking.groups + differences.lacking.policies,
    leftOut: differences.heldCells + policies.length - set,
  };
}

/** Whether something is made at all. */
export const makesSomething = ({
  collections,
  groups,
  permissions,
  switches,
  policies,
}: BlueprintResult): boolean => collections + groups + permissions + switches + policies > 0;
