import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import { sessionOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** How old "last seen" may be before it is written again. */
export const staleAfterMinutes = 3;

/** Notes that the session was in use. */
export const touchSession = defineCommand({
  name: "account.touch_session",
  input: z.object({}),
  access: signedIn,
  worksWithTemporaryPassword: true,
  async run({ tx, actor, now }) {
    await tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(eq(sessions.id, sessionOf(actor)));
    return doneUnrecorded(null, "being there is not an act");
  },
});
