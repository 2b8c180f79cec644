import type { Database } from "@/db/client";
import { makeAccountsAhead } from "@/db/seed/accounts-ahead";
import { takeClock } from "@/db/seed/clock";
import { actsOfBilling } from "@/db/seed/northbeam/billing";
import { actsOfBlueprints } from "@/db/seed/northbeam/blueprints";
import { actsOfClient } from "@/db/seed/northbeam/clients";
import { actsOfFormerClients, formerOwners } from "@/db/seed/northbeam/former-clients";
import { administratorsEmail, found } from "@/db/seed/northbeam/founding";
import { logInsOf } from "@/db/seed/northbeam/log-ins";
import { makePeople } from "@/db/seed/northbeam/people";
import { actsOfRotated } from "@/db/seed/northbeam/rotated";
import { type Northbeam, readNorthbeam, toldAt } from "@/db/seed/northbeam/scenario";
import { actsOfStaff } from "@/db/seed/northbeam/staff";
import { actsOfVisits } from "@/db/seed/northbeam/visits";
import { type Act, after, days } from "@/db/seed/northbeam/world";
import type { LogIn } from "@/db/seed/quickstart";

export type Tell = (joined: number, ofAll: number) => void;

/**
 * The scenario `northbeam`, or a part of it. All its dates are moved by whole days so that it ends today. The clock of
 * this process is put back to its beginning until `end`, so this is for a process that serves nobody, and the database
 * is to be opened afterwards: its timers go by the clock.
 */
export function beginNorthbeam(scenario: Northbeam = readNorthbeam()) {
  const now = new Date();
  const moved = Math.floor((Number(now) - Number(toldAt)) / days(1)) * days(1);
  const when = (told: Date) => after(told, moved);
  const founded = after(when(earliest(scenario)), -days(7));
  const clock = takeClock(founded);
  return {
    /**
     * Fills an empty instance through the commands and the cryptography that people use, each act at its date. All
     * accounts get the same master password.
     *
     * @param tell is told how many of the people have come.
     * @returns some of those whom one can log in as.
     */
    async fill(db: Database, password: string, tell: Tell): Promise<LogIn[]> {
      const people = makePeople(db, password, makeAccountsAhead(whoJoins(scenario), password), tell);
      const world = await found({ db, scenario, people, when });
      const acts = [
        ...actsOfStaff(world, founded),
        ...actsOfBlueprints(world, founded),
        ...scenario.clients.flatMap((client) => actsOfClient(world, client, now)),
        ...actsOfFormerClients(world),
        ...actsOfRotated(world),
        ...actsOfVisits(world),
        ...actsOfBilling(world, now),
      ];
      for (const { at, act } of inOrder(acts)) {
        clock.putTo(at < now ? at : now);
        await act();
      }
      clock.putTo(now);
      await people.logOut();
      return logInsOf(world);
    },

    /** Gives the machine's clock back. */
    end: () => clock.release(),
  };
}

const inOrder = (acts: readonly Act[]) => acts.toSorted((one, other) => Number(one.at) - Number(other.at));

const earliest = ({ clients }: Northbeam) =>
  new Date(Math.min(...clients.map(({ createdAt }) => Number(createdAt))));

/** The addresses of everybody who makes an account, about in the order in which they come. */
function whoJoins(scenario: Northbeam): string[] {
  const { members, clients } = scenario;
  const inTime = clients.toSorted((one, other) => Number(one.createdAt) - Number(other.createdAt));
  const joining = [...members, ...inTime.flatMap((client) => client.members)].filter(
    ({ status }) => status !== "Invited" && status !== "Staged",
  );
  return [administratorsEmail, ...joining.map(({ email }) => email), ...formerOwners({ scenario })];
}
