import "server-only";
import { and, eq } from "drizzle-orm";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { RefreshSession } from "@/lib/domain/account/inputs";
import { everyone } from "@/lib/operations/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import {
  hashOfRefreshToken,
  refreshTokenAfter,
  sessionNamedIn,
} from "@/lib/operations/account/internal/refresh-token";
import { sessionEnd } from "@/lib/operations/account/internal/session-end";
import { defineCommand } from "@/lib/operations/command";
import { isGoodSession } from "@/lib/operations/good-session";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Gives an app its next token for the last one it got. The token before is taken too until the next one has been used,
 * because the answer may not have arrived; any older one was copied, and ends the session. Null where nothing is given.
 */
export const refreshSession = defineCommand({
  name: "account.refresh_session",
  input: RefreshSession,
  access: everyone("the token is the credential of whoever has it"),
  worksWithTemporaryPassword: true,
  async run({ tx, input: { token }, now }) {
    const [session] = await tx
      .select({
        id: sessions.id,
        userId: sessions.userId,
        refreshHash: sessions.refreshHash,
        formerRefreshHash: sessions.formerRefreshHash,
        deviceIdentifier: devices.identifier,
        deviceType: devices.type,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .innerJoin(devices, eq(devices.id, sessions.deviceId))
      .where(and(eq(sessions.id, sessionNamedIn(token)), isGoodSession(now)))
      .for("update", { of: sessions });
    if (!session?.refreshHash) return doneUnrecorded(null, "there is no session that could go on");

    const { id: sessionId, userId, deviceIdentifier, deviceType } = session;
    const hash = hashOfRefreshToken(token);
    const next = refreshTokenAfter(token);
    const isPresent = hash === session.refreshHash;
    if (!isPresent && hash !== session.formerRefreshHash) {
      const ended = await endSessionsOf(tx, userId, eq(sessions.id, sessionId), now);
      return done(
        null,
        { type: "user.ended_sessions", userId, details: { count: ended.count } },
        ...ended.events,
      );
    }
    await tx
      .update(sessions)
      .set({
        ...(isPresent && { refreshHash: next.hash, formerRefreshHash: hash }),
        lastSeenAt: now,
        expiresAt: sessionEnd(now),
      })
      .where(eq(sessions.id, sessionId));
    const device = { identifier: deviceIdentifier, type: deviceType };
    return doneUnrecorded(
      { userId, sessionId, refreshToken: next.token, device },
      "being there is not an act",
    );
  },
});
