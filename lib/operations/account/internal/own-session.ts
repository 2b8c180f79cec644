import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import type { Actor } from "@/lib/domain/actor";
import { personOf, sessionOf } from "@/lib/operations/account/access";

/** The session that asks, which alone is given its key, and only while it has not ended. */
export function ownSession(actor: Actor) {
  const userId = personOf(actor);
  const sessionId = sessionOf(actor);
  const isOwn = and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.endedAt));
  return { userId, sessionId, isOwn };
}
