import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/sessions";
import { sessionOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Notes until when keys were read that the app of this session is told now. */
export const noteToldKeys = defineCommand({
  name: "account.note_told_keys",
  input: z.object({ readAt: z.date() }),
  access: signedIn,
  async run({ tx, actor, input: { readAt } }) {
    await tx
      .update(sessions)
      .set({ keysToldAt: readAt })
      .where(eq(sessions.id, sessionOf(actor)));
    return doneUnrecorded(null, "reading is not an act");
  },
});
