import "server-only";
import { headers } from "next/headers";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import { Refused } from "@/lib/operations/errors";
import { currentActor } from "@/lib/session/current-actor";

/**
 * Who makes this request, provided that the page which makes it was made for them. A page names its account
 * (components/vault/acting-account.ts); when another one has logged in meanwhile, in another tab, what the page
 * has sealed and what it believes are not that person's.
 *
 * @throws {Refused} `another_account`.
 */
export async function actorOfPage(): Promise<Actor> {
  const actor = await currentActor();
  const named = (await headers()).get("x-account");
  const userId = userIdOf(actor);
  if (userId !== null && named !== null && named !== userId) throw new Refused("another_account");
  return actor;
}
