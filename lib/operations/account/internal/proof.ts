import "server-only";
import { eq } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import type { Actor } from "@/lib/domain/actor";
import { personOf } from "@/lib/operations/account/access";
import { verifyAuthentication } from "@/lib/operations/account/internal/password-hash";
import { Refused } from "@/lib/operations/errors";

/**
 * Verifies the master password of whoever acts, before any lock is held, because it takes a while.
 *
 * @returns the hash that was proven, for `expectStillProven`.
 * @throws {Refused} `wrong_master_password`
 */
export async function provenBy(
  db: Database | Tx,
  actor: Actor,
  proof: AuthenticationHash,
): Promise<{ provenHash: string }> {
  const [user] = await db
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, personOf(actor)));
  if (!user || !(await verifyAuthentication(user.passwordHash, proof)))
    throw new Refused("wrong_master_password");
  return { provenHash: user.passwordHash };
}

/**
 * The account as it is under its lock. If another session has changed the password since it was proven, the proof is
 * worth nothing.
 *
 * @throws {Refused} `wrong_master_password`
 */
export function expectStillProven<User extends { passwordHash: string }>(
  user: User | undefined,
  { provenHash }: { provenHash: string },
): User {
  if (user?.passwordHash !== provenHash) throw new Refused("wrong_master_password");
  return user;
}
