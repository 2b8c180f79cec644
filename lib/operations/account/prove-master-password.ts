import "server-only";
import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { ProveMasterPassword } from "@/lib/domain/account/inputs";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { masterPasswordGuesses } from "@/lib/operations/account/internal/master-password-guesses";
import { expectStillProven, provenBy } from "@/lib/operations/account/internal/proof";
import { defineCommand } from "@/lib/operations/command";
import { ownAccount } from "@/lib/operations/locks";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Proves the master password once more in this session. Acts that ask for a recent proof can be done for the
 * next minutes.
 */
export const proveMasterPassword = defineCommand({
  name: "account.prove_master_password",
  input: ProveMasterPassword,
  access: signedIn,
  guesses: masterPasswordGuesses,
  prepare: ({ db, actor, input: { authenticationHash } }) => provenBy(db, actor, authenticationHash),
  locks: ({ actor }) => ownAccount(actor),
  async run({ tx, actor, prepared, now }) {
    const userId = personOf(actor);
    const [user] = await tx
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, userId));
    expectStillProven(user, prepared);
    await tx
      .update(sessions)
      .set({ provenAt: now })
      .where(and(eq(sessions.id, sessionOf(actor)), eq(sessions.userId, userId)));
    return doneUnrecorded(null, "what the proof is used for has its own event");
  },
});
