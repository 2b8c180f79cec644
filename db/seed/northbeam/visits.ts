import { visiting } from "@/db/seed/client";
import type { Act, World } from "@/db/seed/northbeam/world";

/** What the log of the data calls a visit of the provider's people. */
const kinds = ["Accessed organization vault", "Session opened"];

export function actsOfVisits(world: World): Act[] {
  const { db, people, scenario, organizations } = world;
  const emailOf = new Map(scenario.members.map(({ name, email }) => [name, email]));
  return scenario.events
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ date, actor, client }) => ({
      at: world.when(date),
      act: async () => {
        const email = emailOf.get(actor);
        const organizationId = organizations.get(client ?? "");
        if (email && organizationId)
          await visiting(db, organizationId, await people.signedIn(email), async () => {});
      },
    }));
}
