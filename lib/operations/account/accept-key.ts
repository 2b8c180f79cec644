import "server-only";
import { sql } from "drizzle-orm";
import { knownKeys } from "@/db/schema/known-keys";
import { AcceptKey } from "@/lib/domain/account/inputs";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Replaces an account's sealed records of somebody's public key, once its person has compared the phrase of another one.
 * It takes a proof of the master password, so that nobody does it with a stolen session.
 */
export const acceptKey = defineCommand({
  name: "account.accept_key",
  input: AcceptKey,
  access: recentlyProven(signedIn),
  // The switch to the next user key comes before this, which then has no session, or takes it along.
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input: { userId, known, compared }, now }) {
    const note = { userId: personOf(actor), createdAt: now };
    await tx
      .insert(knownKeys)
      .values([
        { ...note, subject: `account:${userId}`, record: known },
        { ...note, subject: `compared:${userId}`, record: compared },
      ])
      .onConflictDoUpdate({
        target: [knownKeys.userId, knownKeys.subject],
        set: { record: sql`excluded.record`, createdAt: now },
      });
    return doneUnrecorded(null, "a note of the account's own, sealed, about a key that it has compared");
  },
});
