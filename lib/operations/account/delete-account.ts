import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import { ProveMasterPassword } from "@/lib/domain/account/inputs";
import type { Actor } from "@/lib/domain/actor";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { leavePlaces } from "@/lib/operations/account/internal/leave-places";
import { masterPasswordGuesses } from "@/lib/operations/account/internal/master-password-guesses";
import {
  isLastAdministrator,
  placesInOrganizations,
  placesInProviders,
} from "@/lib/operations/account/internal/own-places";
import { expectStillProven, provenBy } from "@/lib/operations/account/internal/proof";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { type Lock, organization, ownAccount, team } from "@/lib/operations/locks";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done } from "@/lib/operations/outcome";

/** The instance, the account, and every team and organization that it leaves: who is the last one is counted there. */
async function locksOf(tx: Tx, actor: Actor): Promise<Lock[]> {
  const userId = personOf(actor);
  return [
    { whole: "instance" },
    ...ownAccount(actor),
    ...(await placesInProviders(tx, userId)).map(({ tenantId }) => team(tenantId)),
    ...(await placesInOrganizations(tx, userId)).map(({ tenantId }) => organization(tenantId)),
  ];
}

/**
 * Deletes one's own account, after a proof of the master password: personal items, places, devices and sessions go
 * with it. The logs keep its id and its address. Refused with their names while there are organizations and providers
 * that would be left without an owner or an admin, or without an owner who counts.
 */
export const deleteAccount = defineCommand({
  name: "account.delete",
  input: ProveMasterPassword,
  access: signedIn,
  guesses: masterPasswordGuesses,
  prepare: ({ db, actor, input: { authenticationHash } }) => provenBy(db, actor, authenticationHash),
  locks: ({ tx, actor }) => locksOf(tx, actor),
  async run({ tx, actor, prepared, mustHold, now }) {
    const userId = personOf(actor);
    const [user] = await tx
      .select({ passwordHash: users.passwordHash, email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.id, userId));
    const { email, locale } = expectStillProven(user, prepared);
    const inProviders = await placesInProviders(tx, userId);
    const inOrganizations = await placesInOrganizations(tx, userId);
    const lastIn = [...inProviders, ...inOrganizations].filter(({ isLast }) => isLast);
    if (lastIn.length > 0)
      throw new Refused("last_in_places", { names: lastIn.map(({ name }) => name).join(", ") });
    const lastCountingIn = inOrganizations.filter(({ isLastCounting }) => isLastCounting);
    if (lastCountingIn.length > 0)
      throw new Refused("last_counting_in_places", {
        names: lastCountingIn.map(({ name }) => name).join(", "),
      });
    if (await isLastAdministrator(tx, userId)) throw new Refused("last_administrator");

    const { events: visits } = await endSessionsOf(tx, userId, sql`true`, now);
    const left = await leavePlaces(tx, { userId, email, inProviders, inOrganizations }, mustHold, now);
    await tx.delete(users).where(eq(users.id, userId));
    await warnHolder(tx, { email, locale }, { kind: "account.deleted", at: now.toISOString() }, now);
    return done(null, { type: "user.deleted", userId, details: { email } }, ...visits, ...left);
  },
});
