import { seatsOf } from "@/db/seed/northbeam/billing";
import { makeClient, wavesOf } from "@/db/seed/northbeam/client";
import { bringIn, type Office } from "@/db/seed/northbeam/joining";
import type { ClientMember, NorthbeamClient } from "@/db/seed/northbeam/scenario";
import { type Act, after, days, type World } from "@/db/seed/northbeam/world";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { execute } from "@/lib/operations/command";

/** So long before the end of the data come those who still wait: their links work then. */
const onTheWayFor = days(2);

/** What happens to one client: it is made, gets seats, and invites those who are still on the way. */
export function actsOfClient(world: World, client: NorthbeamClient, now: Date): Act[] {
  const { first, changes } = seatsOf(world, client, now);
  const waves = wavesOf(client, first);
  let office: Office | null = null;
  const comeIn = async (members: readonly ClientMember[]) => {
    if (office) await bringIn(world, office, members);
  };
  return [
    {
      at: madeAt(world, client),
      act: async () => {
        office = await makeClient(world, client, first);
        await comeIn(waves.first);
      },
    },
    ...changes.map(({ at, seats }) => ({
      at,
      act: async () => {
        await setSeats(world, client, seats);
        await comeIn(waves.later);
      },
    })),
    { at: after(now, -onTheWayFor), act: () => comeIn(waves.onTheWay) },
  ];
}

/** As the log of the data says; where it says nothing, as the client does. */
function madeAt({ scenario, when }: World, { slug, createdAt }: NorthbeamClient): Date {
  const made = scenario.events.find(({ kind, client }) => kind === "Created organization" && client === slug);
  return when(made?.date ?? createdAt);
}

async function setSeats({ db, provider, organizations }: World, { slug }: NorthbeamClient, seats: number) {
  const { providerId, owner } = await provider();
  const organizationId = organizations.get(slug);
  if (organizationId) await execute(db, setClientSeats, owner.actor, { providerId, organizationId, seats });
}
