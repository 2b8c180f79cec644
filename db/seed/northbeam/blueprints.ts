import { randomUUID } from "node:crypto";
import { policiesNamed } from "@/db/seed/northbeam/policies";
import { type Act, after, days, type World } from "@/db/seed/northbeam/world";
import { firstSwitches } from "@/lib/domain/organization/inputs";
import { firstSettings } from "@/lib/domain/policy/settings";
import { saveBlueprint } from "@/lib/operations/blueprint/save-blueprint";
import { execute } from "@/lib/operations/command";
import { sealBlueprint } from "@/lib/vault/blueprint";

/** The provider keeps each baseline of the data as a blueprint of policies, two days after it was founded. */
export const actsOfBlueprints = (world: World, founded: Date): Act[] =>
  world.scenario.baselines.map((baseline) => ({
    at: after(founded, days(2)),
    act: () => save(world, baseline),
  }));

async function save(world: World, { id, policies }: World["scenario"]["baselines"][number]): Promise<void> {
  const { providerId, owner } = await world.provider();
  const sealed = await sealBlueprint(owner.vault, providerId, {
    name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    content: {
      version: 1,
      collections: [],
      groups: [],
      cells: [],
      switches: firstSwitches,
      policies: policiesNamed(policies).map(({ type, data }) => ({
        type,
        data: data ?? firstSettings[type],
      })),
    },
  });
  await execute(world.db, saveBlueprint, owner.actor, { providerId, blueprintId: randomUUID(), ...sealed });
}
