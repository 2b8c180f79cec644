import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { Email } from "@/lib/domain/email";
import { everyone } from "@/lib/operations/access";
import { defineCommand } from "@/lib/operations/command";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/** Keeps a failed attempt in the account's log. Of its own, because the refused log-in is rolled back whole. */
export const recordFailedLogIn = defineCommand({
  name: "account.record_failed_log_in",
  input: z.object({ email: Email }),
  access: everyone("nobody is signed in when a log-in fails"),
  async run({ tx, input: { email } }) {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (!user) return doneUnrecorded(null, "there is no account whose log could keep it");
    return done(null, { type: "user.failed_log_in", userId: user.id });
  },
});
