import "server-only";
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkeys } from "@/db/schema/passkeys";
import { passkeysAtMost } from "@/lib/domain/account/passkey";
import { AddPasskey } from "@/lib/domain/account/two-step";
import { personOf, sessionOf, signedIn } from "@/lib/operations/account/access";
import { shownCodeQuota } from "@/lib/operations/account/internal/code-quota";
import { afterChange, beforeChange } from "@/lib/operations/account/internal/keep-two-step";
import { challengeIn } from "@/lib/operations/account/internal/passkey";
import { takeChallenge } from "@/lib/operations/account/internal/passkey-challenge";
import { relyingParty } from "@/lib/operations/account/internal/relying-party";
import { expectStepThatIsThere } from "@/lib/operations/account/internal/second-step";
import { defineCommand } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { ownAccount } from "@/lib/operations/locks";
import { done } from "@/lib/operations/outcome";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Adds a passkey as a second step. Where it is the account's first, the recovery codes are answered: now, and never
 * again. Otherwise it takes a second step that is there already.
 *
 * @throws {Refused} `wrong_passkey` when it was not made for this challenge, at this address.
 */
export const addPasskey = defineCommand({
  name: "account.add_passkey",
  input: AddPasskey,
  access: recentlyProven(signedIn),
  locks: ({ actor }) => ownAccount(actor),
  quota: ({ actor, input: { secondStep } }) => shownCodeQuota(personOf(actor), secondStep),
  async run({ tx, actor, input: { name, registration, evaluates, secondStep }, now }) {
    const userId = personOf(actor);
    await expectStepThatIsThere(tx, { userId, sessionId: sessionOf(actor) }, secondStep, now);
    if ((await tx.$count(passkeys, eq(passkeys.userId, userId))) >= passkeysAtMost)
      throw new Refused("too_many_passkeys", { most: passkeysAtMost });
    const challenge = challengeIn(registration);
    const bound = { userId, purpose: "add", at: sessionOf(actor) } as const;
    if (!(await takeChallenge(tx, bound, challenge, now))) throw new Refused("wrong_passkey");
    const { origin, id: expectedRPID } = relyingParty();
    // The library says what is wrong by an error.
    const made = await verifyRegistrationResponse({
      response: registration,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID,
      requireUserVerification: false,
    }).catch(() => null);
    if (!made?.verified) throw new Refused("wrong_passkey");
    const before = await beforeChange(tx, userId);
    const { credential } = made.registrationInfo;
    const [added] = await tx
      .insert(passkeys)
      .values({
        userId,
        name,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: registration.response.transports,
        evaluates,
        createdAt: now,
      })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id });
    // An authenticator makes a new one each time, so this one was shown by somebody else.
    if (!added) throw new Refused("wrong_passkey");
    const { recoveryCodes, events } = await afterChange(tx, userId, before, now);
    return done({ passkeyId: added.id, recoveryCodes }, ...events);
  },
});
