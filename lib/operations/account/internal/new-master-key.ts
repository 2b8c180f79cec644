import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import type { Actor } from "@/lib/domain/actor";
import { personOf, sessionOf } from "@/lib/operations/account/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { expectStillProven, provenBy } from "@/lib/operations/account/internal/proof";
import { forgetDevices } from "@/lib/operations/account/internal/remembered-device";
import { advanced } from "@/lib/operations/revision/internal/advance";

type Hashes = { currentHash: AuthenticationHash; nextHash: AuthenticationHash };

/** The hash that was proven, and the one that is to take its place. */
export type Proven = { provenHash: string; nextPasswordHash: string };

/**
 * Verifies the present master password, and hashes the proof of the next master key.
 *
 * @throws {Refused} `wrong_master_password`
 */
export async function proveAndHash(
  db: Database | Tx,
  actor: Actor,
  { currentHash, nextHash }: Hashes,
): Promise<Proven> {
  const proven = await provenBy(db, actor, currentHash);
  return { ...proven, nextPasswordHash: await hashAuthentication(nextHash) };
}

/** What changes with a master key: of what it is derived, and what is sealed under it. */
type Changes = Partial<typeof users.$inferInsert> & Pick<typeof users.$inferInsert, "userKeyForAccount">;

/**
 * Puts the account under a new master key. Every other session ends, and this one goes on under the account's new
 * stamp. The caller holds the account's lock.
 *
 * @returns whom to tell, as the account was before, and the events of the visits that ended.
 */
export async function putUnderNewMasterKey(
  tx: Tx,
  actor: Actor,
  { nextPasswordHash, ...proven }: Proven,
  changes: Changes,
  now: Date,
) {
  const userId = personOf(actor);
  const [user] = await tx
    .select({
      passwordHash: users.passwordHash,
      email: users.email,
      locale: users.locale,
      wasTemporary: users.mustChangePassword,
    })
    .from(users)
    .where(eq(users.id, userId));
  const { email, locale, wasTemporary } = expectStillProven(user, proven);

  const securityStamp = randomUUID();
  await tx
    .update(users)
    .set({
      ...changes,
      passwordHash: nextPasswordHash,
      securityStamp,
      revisedAt: now,
      accountRevisedAt: advanced(users.accountRevisedAt),
    })
    .where(eq(users.id, userId));
  const sessionId = sessionOf(actor);
  await tx
    .update(sessions)
    .set({ securityStamp })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)));
  const { events } = await endSessionsOf(tx, userId, ne(sessions.id, sessionId), now);
  await forgetDevices(tx, userId);
  return { userId, holder: { email, locale }, wasTemporary, events };
}
