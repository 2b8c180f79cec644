import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import { SessionId } from "@/lib/domain/ids";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { endSessionsOf } from "@/lib/operations/account/internal/end-sessions-of";
import { forgetDeviceOf } from "@/lib/operations/account/internal/remembered-device";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";

/** Ends one of one's own sessions. It stops working on its next request. */
export const endSession = defineCommand({
  name: "account.end_session",
  input: z.object({ sessionId: SessionId }),
  access: signedIn,
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { sessionId }, now }) {
    const userId = personOf(actor);
    const ended = await endSessionsOf(tx, userId, eq(sessions.id, sessionId), now);
    if (ended.count === 0) throw new NotFound();
    await forgetDeviceOf(tx, userId, sessionId);
    return done(
      null,
      { type: "user.ended_sessions", userId, details: { count: ended.count } },
      ...ended.events,
    );
  },
});
