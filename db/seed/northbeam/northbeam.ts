import type { Database } from "@/db/client";
import { makeAccountsAhead } from "@/db/seed/accounts-ahead";
import { takeClock } from "@/db/seed/clock";
import { actsOfBilling } from "@/db/seed/northbeam/billing";
import { actsOfClient } from "@/db/seed/northbeam/clients";
import { administratorsEmail, found } from "@/db/seed/northbeam/founding";
import { logInsOf } from "@/db/seed/northbeam/log-ins";
import { makePeople } from "@/db/seed/northbeam/people";
import { actsOfRotated } from "@/db/seed/northbeam/rotated";
import { type Northbeam, readNorthbeam, toldAt } from "@/db/seed/northbeam/scenario";
import { actsOfStaff } from "@/db/seed/northbeam/staff";
import { actsOfVisits } from "@/db/seed/northbeam/visits";
import { type Act, after, days, type World } from "@/db/seed/northbeam/world";
import type { Provider } from "@/db/seed/provider";
import type { LogIn } from "@/db/seed/quickstart";

/**
 * Fills an empty instance with the scenario `northbeam`, or a part of it, through the commands and the cryptography
 * that people use. Each act is done at its date: the clock of the process is put back for it, so it is not for a
 * process that serves. All dates of the data are moved so that it ends now. All accounts get the same master password.
 *
 * @param tell is told how many of the people have come.
 * @returns some of those whom one can log in as.
 */
export async function seedNorthbeam(
  db: Database,
  password: string,
  tell: (joined: number, ofAll: number) => void,
  scenario: Northbeam = readNorthbeam(),
): Promise<LogIn[]> {
  const now = new Date();
  const when = (told: Date) => new Date(Number(told) + Number(now) - Number(toldAt));
  const founded = after(when(earliest(scenario)), -days(7));
  const people = makePeople(db, password, makeAccountsAhead(whoJoins(scenario), password), tell);
  const clock = takeClock(founded);
  try {
    const shared = {
      ...{ db, scenario, people, when },
      ...{ organizations: new Map(), tags: new Map(), privileged: [] },
    };
    const made = await found(shared);
    const world: World = { ...shared, provider: () => ownerOf(world, made) };
    const acts = [
      ...actsOfStaff(world, founded),
      ...scenario.clients.flatMap((client) => actsOfClient(world, client, now)),
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
  } finally {
    clock.release();
  }
}

/** The provider, with its owner signed in at this moment. */
async function ownerOf({ people }: World, { providerId, owner }: Provider): Promise<Provider> {
  return { providerId, owner: await people.signedIn(owner.email) };
}

const inOrder = (acts: readonly Act[]) => acts.toSorted((one, other) => Number(one.at) - Number(other.at));

const earliest = ({ clients }: Northbeam) =>
  new Date(Math.min(...clients.map(({ createdAt }) => Number(createdAt))));

/** The addresses of everybody who makes an account, about in the order in which they come. */
function whoJoins({ members, clients }: Northbeam): string[] {
  const inTime = clients.toSorted((one, other) => Number(one.createdAt) - Number(other.createdAt));
  return [
    administratorsEmail,
    ...[...members, ...inTime.flatMap((client) => client.members)].flatMap(({ email, status }) =>
      status === "Invited" || status === "Staged" ? [] : email,
    ),
  ];
}
