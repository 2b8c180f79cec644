import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import { Refused } from "@/lib/operations/errors";
import { isGoodSession } from "@/lib/operations/good-session";

/**
 * Makes sure that the session behind an act is good, and locks it until the transaction ends. Nobody can end
 * the session in between.
 *
 * @throws {Refused} `not_signed_in` when it has ended or expired, is older than a provider of the account allows, or the
 * account's stamp has changed,
 * and `password_must_change` when the master password is a temporary one and the act is not for such a session.
 */
export async function holdSession(
  tx: Tx,
  actor: Actor,
  now: Date,
  { worksWithTemporaryPassword = false }: { worksWithTemporaryPassword?: boolean },
): Promise<void> {
  const userId = userIdOf(actor);
  if (!userId || !actor.sessionId) return;
  const [good] = await tx
    .select({ mustChangePassword: users.mustChangePassword })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, actor.sessionId), eq(sessions.userId, userId), isGoodSession(now)))
    .for("key share", { of: sessions });
  if (!good) throw new Refused("not_signed_in");
  if (good.mustChangePassword && !worksWithTemporaryPassword) throw new Refused("password_must_change");
}
