import { seedClient, seedClientOwner } from "@/db/seed/client";
import { type Act, after, days, type World } from "@/db/seed/northbeam/world";
import type { OrganizationId } from "@/lib/domain/ids";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { execute } from "@/lib/operations/command";

/** How long a client was one that is in the log alone, and with how many seats. The data does not say it. */
const stayed = days(60);
const typed = { plan: "Teams", assigned: 5 } as const;

const leavers = ({ scenario }: Pick<World, "scenario">) =>
  scenario.events
    .filter(({ kind }) => kind === "Removed organization")
    .map(({ date, target }) => {
      const name = target.replace(/ \(.*\)$/, "");
      return { name, date, ownerEmail: `owner@${name.toLowerCase().replace(/[^a-z]+/g, "-")}.example` };
    });

/** The owners of clients that have left. */
export const formerOwners = (given: Pick<World, "scenario">): string[] =>
  leavers(given).map(({ ownerEmail }) => ownerEmail);

/** Clients that the log of the data sees off: they come before that, with an owner, and live on without the provider. */
export function actsOfFormerClients(world: World): Act[] {
  const { db, people, provider, when } = world;
  return leavers(world).flatMap(({ name, date, ownerEmail }) => {
    let made: OrganizationId | null = null;
    return [
      {
        at: after(when(date), -stayed),
        act: async () => {
          const { providerId, owner: by } = await provider();
          made = await seedClient(db, { providerId, by }, { name, ...typed }, ownerEmail);
          const { owner } = await seedClientOwner(db, made, by, people.newcomer("Owner", ownerEmail));
          people.joined(owner);
        },
      },
      {
        at: when(date),
        act: async () => {
          const { providerId, owner } = await provider();
          if (made) await execute(db, unlinkClient, owner.actor, { providerId, organizationId: made });
        },
      },
    ];
  });
}
