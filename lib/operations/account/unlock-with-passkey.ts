import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { UnlockWithPasskey } from "@/lib/domain/account/passkey";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { takeSignature } from "@/lib/operations/account/internal/passkey";
import { userSuccessions } from "@/lib/operations/account/internal/user-successions";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { askerOf } from "@/lib/operations/limits";
import { doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Answers the user key as it is sealed for a passkey, once that passkey has signed with its person verified. The
 * server opens nothing: what opens it is evaluated in the authenticator and stays in the browser.
 */
export const unlockWithPasskey = defineCommand({
  name: "account.unlock_with_passkey",
  input: UnlockWithPasskey,
  access: signedIn,
  throttle: ({ actor }) => [{ what: "passkey_unlock", by: askerOf(actor), points: 60, seconds: 900 }],
  async run({ tx, actor, input: { signature }, now }) {
    const userId = personOf(actor);
    const bound = { userId, purpose: "unlock", at: sessionOf(actor) } as const;
    const { credentialId, userKeyForPasskey } = await takeSignature(tx, bound, signature, now);
    const [keys] = await tx
      .select({
        publicKey: users.publicKey,
        privateKeyForAccount: users.privateKeyForAccount,
        successions: userSuccessions,
      })
      .from(users)
      .where(eq(users.id, userId));
    if (!keys || !userKeyForPasskey) throw new NotFound();
    const unlocked = { userId, credentialId, userKeyForPasskey, ...keys };
    return doneUnrecorded(unlocked, "unlocking is the browser's act");
  },
});
