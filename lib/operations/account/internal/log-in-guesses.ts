import "server-only";
import type { Database, Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { knownDevice } from "@/lib/operations/account/internal/known-device";
import { networkAsker, type Quota } from "@/lib/operations/limits";

const quarterOfAnHour = 900;

type Attempt = {
  db: Database | Tx;
  actor: Actor;
  input: { email: string; deviceIdentifier: string };
};

/**
 * How many wrong passwords are allowed. A device that has logged in to the account before has a count of its
 * own, so that a stranger who knows the address cannot lock the owner out. Everybody else is counted by
 * network, for this account and for all accounts. There is no count of all strangers together, because they
 * could use it up and lock the owner out of a new device.
 */
export async function logInGuesses({
  db,
  actor,
  input: { email, deviceIdentifier },
}: Attempt): Promise<Quota[]> {
  const known = await knownDevice(db, email, deviceIdentifier);
  const seconds = quarterOfAnHour;
  if (known) return [{ what: "log_in.device", about: known.id, points: 20, seconds }];
  const network = networkAsker(actor);
  return [
    { what: "log_in.account_and_network", about: `${email} ${network}`, points: 20, seconds },
    { what: "log_in.network", about: network, points: 100, seconds },
  ];
}
