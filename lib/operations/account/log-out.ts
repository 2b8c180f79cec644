import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { clientVisits } from "@/db/schema/client-visits";
import { sessions } from "@/db/schema/sessions";
import { SessionId, UserId } from "@/lib/domain/ids";
import { everyone } from "@/lib/operations/access";
import { defineCommand } from "@/lib/operations/command";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/** Ends the session that a cookie holds, and the visits to clients that belong to it. */
export const logOut = defineCommand({
  name: "account.log_out",
  input: z.object({ userId: UserId, sessionId: SessionId }),
  access: everyone("whoever holds the cookie may end its session; the ids come from the cookie"),
  async run({ tx, input: { userId, sessionId }, now }) {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now, reloadKey: null })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return doneUnrecorded(null, "it had ended already");
    await tx
      .update(clientVisits)
      .set({ endedAt: now })
      .where(and(eq(clientVisits.sessionId, sessionId), isNull(clientVisits.endedAt)));
    return done(null, { type: "user.logged_out", userId });
  },
});
