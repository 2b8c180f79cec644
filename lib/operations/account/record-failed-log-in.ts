import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { Email } from "@/lib/domain/email";
import { UserId } from "@/lib/domain/ids";
import { everyone } from "@/lib/operations/access";
import { defineCommand } from "@/lib/operations/command";
import { holdLogs } from "@/lib/operations/hold-logs";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Writes a failed log-in into the account's log. It is a command of its own, because the transaction of the
 * refused log-in is rolled back. For an address without an account the same row is written and deleted again,
 * so that the time does not tell whether there is one.
 */
export const recordFailedLogIn = defineCommand({
  name: "account.record_failed_log_in",
  input: z.object({ email: Email, step: z.enum(["password", "code"]) }),
  access: everyone("nobody is signed in when a log-in fails"),
  async run({ tx, input: { email, step }, now }) {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (user) {
      const type = step === "code" ? "user.failed_second_step" : "user.failed_log_in";
      return done(null, { type, userId: user.id });
    }
    await writeAndTakeBack(tx, now);
    return doneUnrecorded(null, "there is no account whose log could keep it");
  },
});

class TakenBack extends Error {}

async function writeAndTakeBack(tx: Tx, now: Date): Promise<void> {
  const nobody = UserId.parse(randomUUID());
  await tx
    .transaction(async (within) => {
      await holdLogs(within, [{ userId: nobody }]);
      await within
        .insert(events)
        .values({ type: "user.failed_log_in", actorKind: "anonymous", userId: nobody, at: now });
      throw new TakenBack();
    })
    .catch((error) => {
      if (!(error instanceof TakenBack)) throw error;
    });
}
