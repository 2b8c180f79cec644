import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { SessionId, type UserId } from "@/lib/domain/ids";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";

/** Ends one's own sessions that `which` picks, and the visits to clients that belong to them. */
async function end(tx: Tx, userId: UserId, which: ReturnType<typeof eq>, now: Date): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now, reloadKey: null })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), which))
    .returning({ id: sessions.id });
  await tx
    .update(clientVisits)
    .set({ endedAt: now })
    .where(
      and(
        eq(clientVisits.userId, userId),
        isNull(clientVisits.endedAt),
        sql`exists (select 1 from ${sessions} where ${sessions.id} = ${clientVisits.sessionId} and ${sessions.endedAt} is not null)`,
      ),
    );
  return ended.length;
}

export const endOtherSessionsOf = (tx: Tx, userId: UserId, current: SessionId, now: Date) =>
  end(tx, userId, ne(sessions.id, current), now);

/** Ends one of one's own sessions. It stops working on its next request. */
export const endSession = defineCommand({
  name: "account.end_session",
  input: z.object({ sessionId: SessionId }),
  access: signedIn,
  async run({ tx, actor, input: { sessionId }, now }) {
    const userId = personOf(actor);
    if ((await end(tx, userId, eq(sessions.id, sessionId), now)) === 0) throw new NotFound();
    return done(null, { type: "user.ended_sessions", userId, details: { count: 1 } });
  },
});

/**
 * Logs out everywhere else: the account gets a new stamp, which this session alone takes over. A log-in that
 * was under way meanwhile carries the old one, so it too is over.
 */
export const endOtherSessions = defineCommand({
  name: "account.end_other_sessions",
  input: z.object({}),
  access: signedIn,
  async run({ tx, actor, now }) {
    const userId = personOf(actor);
    if (actor.kind !== "user") throw new NotFound();
    const securityStamp = randomUUID();
    const thisOne = and(eq(sessions.id, actor.sessionId), eq(sessions.userId, userId));
    await tx.update(users).set({ securityStamp, revisedAt: now }).where(eq(users.id, userId));
    await tx.update(sessions).set({ securityStamp }).where(thisOne);
    const count = await endOtherSessionsOf(tx, userId, actor.sessionId, now);
    return done({ count }, { type: "user.ended_sessions", userId, details: { count } });
  },
});
