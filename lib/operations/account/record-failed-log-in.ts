import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { failedSteps } from "@/lib/domain/account/failed-step";
import { Email } from "@/lib/domain/email";
import { UserId } from "@/lib/domain/ids";
import { everyone } from "@/lib/operations/access";
import { defineCommand } from "@/lib/operations/command";
import { holdLogs } from "@/lib/operations/hold-logs";
import { count } from "@/lib/operations/limits";
import { warnHolder } from "@/lib/operations/mail/internal/tell";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Writes a failed log-in into the account's log. It is a command of its own, because the transaction of the
 * refused log-in is rolled back. For an address without an account the same row is written and deleted again,
 * so that the time does not tell whether there is one.
 */
export const recordFailedLogIn = defineCommand({
  name: "account.record_failed_log_in",
  input: z.object({ email: Email, step: z.enum(failedSteps) }),
  access: everyone("nobody is signed in when a log-in fails"),
  async run({ tx, input: { email, step }, now }) {
    const [user] = await tx
      .select({ id: users.id, email: users.email, locale: users.locale })
      .from(users)
      .where(eq(users.email, email));
    if (user) {
      if (step === "password") return done(null, { type: "user.failed_log_in", userId: user.id });
      // Whoever fails here has proven the password: its holder is told, once a day.
      const once = { what: "second_step_failed", about: user.id, points: 1, seconds: 24 * 3600 };
      if ((await count(tx, [once], now)) === null)
        await warnHolder(tx, user, { kind: "account.second_step_failed", at: now.toISOString() }, now);
      return done(null, { type: "user.failed_second_step", userId: user.id });
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
