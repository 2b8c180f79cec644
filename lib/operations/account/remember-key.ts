import "server-only";
import { eq } from "drizzle-orm";
import { knownKeys } from "@/db/schema/known-keys";
import { RememberKey } from "@/lib/domain/account/inputs";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** More keys than anybody meets. Further ones are remembered by the account's devices only. */
const mostRemembered = 10_000;

/**
 * Keeps an account's sealed record of a key. The first record about a subject is never replaced, so somebody
 * with a stolen session cannot exchange it.
 */
export const rememberKey = defineCommand({
  name: "account.remember_key",
  input: RememberKey,
  access: signedIn,
  // The switch to the next user key comes before this, which then has no session, or takes it along.
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, input, now }) {
    const userId = personOf(actor);
    const remembered = await tx.$count(knownKeys, eq(knownKeys.userId, userId));
    if (remembered < mostRemembered)
      await tx
        .insert(knownKeys)
        .values({ userId, ...input, createdAt: now })
        .onConflictDoNothing();
    return doneUnrecorded(null, "a note of the account's own, sealed, about a key that it has met");
  },
});
