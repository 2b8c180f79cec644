import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import { SessionId, UserId } from "@/lib/domain/ids";
import { everyone } from "@/lib/operations/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { defineCommand } from "@/lib/operations/command";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/** Ends the session that a cookie holds, and the visits to clients that belong to it. */
export const logOut = defineCommand({
  name: "account.log_out",
  input: z.object({ userId: UserId, sessionId: SessionId }),
  access: everyone("whoever holds the cookie may end its session; the ids come from the cookie"),
  worksWithTemporaryPassword: true,
  async run({ tx, input: { userId, sessionId }, now }) {
    const { count, events } = await endSessionsOf(tx, userId, eq(sessions.id, sessionId), now);
    if (count === 0) return doneUnrecorded(null, "it had ended already");
    return done(null, { type: "user.logged_out", userId }, ...events);
  },
});
