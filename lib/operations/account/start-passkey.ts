import "server-only";
import { generateRegistrationOptions } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { passkeys } from "@/db/schema/passkeys";
import { users } from "@/db/schema/users";
import { passkeyMinutes, passkeysAtMost } from "@/lib/domain/account/passkey";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { makeChallenge } from "@/lib/operations/account/internal/passkey-challenge";
import { passkeysWork, relyingParty } from "@/lib/operations/account/internal/relying-party";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/** What the browser is to have an authenticator make: a passkey of this account, which it does not have yet. */
export const startPasskey = defineCommand({
  name: "account.start_passkey",
  input: z.object({}),
  access: recentlyProven(signedIn),
  async run({ tx, actor, now }) {
    if (!passkeysWork()) throw new Refused("passkeys_need_a_name");
    const userId = personOf(actor);
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
    if (!user) throw new NotFound();
    const known = await tx
      .select({ id: passkeys.credentialId, transports: passkeys.transports })
      .from(passkeys)
      .where(eq(passkeys.userId, userId));
    if (known.length >= passkeysAtMost) throw new Refused("too_many_passkeys", { most: passkeysAtMost });
    const { id: rpID, name: rpName } = relyingParty();
    const bound = { userId, purpose: "add", at: sessionOf(actor) } as const;
    const options = await generateRegistrationOptions({
      rpID,
      rpName,
      userID: new TextEncoder().encode(userId),
      userName: user.email,
      challenge: new Uint8Array(makeChallenge(bound, now)),
      timeout: passkeyMinutes * 60_000,
      excludeCredentials: known,
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
    });
    return doneUnrecorded(options, "nothing is asked for yet");
  },
});
