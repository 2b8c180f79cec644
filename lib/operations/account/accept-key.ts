import "server-only";
import { knownKeys } from "@/db/schema/known-keys";
import { AcceptKey } from "@/lib/domain/account/inputs";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Replaces an account's sealed record of somebody's public key, once its person has compared the phrase of another one.
 * It takes a proof of the master password, so that nobody does it with a stolen session.
 */
export const acceptKey = defineCommand({
  name: "account.accept_key",
  input: AcceptKey,
  access: recentlyProven(signedIn),
  async run({ tx, actor, input: { subject, record }, now }) {
    await tx
      .insert(knownKeys)
      .values({ userId: personOf(actor), subject, record, createdAt: now })
      .onConflictDoUpdate({ target: [knownKeys.userId, knownKeys.subject], set: { record, createdAt: now } });
    return doneUnrecorded(null, "a note of the account's own, sealed, about a key that it has compared");
  },
});
