import "server-only";
import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { passkeys } from "@/db/schema/passkeys";
import { type PasskeyPurpose, type PasskeySignature, passkeyMinutes } from "@/lib/domain/account/passkey";
import {
  type Bound,
  makeChallenge,
  takeChallenge,
} from "@/lib/operations/account/internal/passkey-challenge";
import { relyingParty } from "@/lib/operations/account/internal/relying-party";
import { Refused } from "@/lib/operations/errors";

/** The second step is the passkey beside the password; unlocking has no password, so its person must be verified. */
const verification = (purpose: PasskeyPurpose) => (purpose === "unlock" ? "required" : "preferred");

/** What the browser is to ask an authenticator for; null where the account has no passkey for it. */
export async function askToSign(tx: Tx, bound: Bound, now: Date, passkeyId?: string) {
  const found = await tx
    .select({ id: passkeys.id, credentialId: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(
      and(
        eq(passkeys.userId, bound.userId),
        bound.purpose === "unlock" && !passkeyId ? isNotNull(passkeys.userKeyForPasskey) : undefined,
      ),
    )
    .orderBy(asc(passkeys.createdAt));
  const allowed = found.filter(({ id }) => passkeyId === undefined || id === passkeyId);
  if (allowed.length === 0) return null;
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: new Uint8Array(makeChallenge(bound, now)),
    timeout: passkeyMinutes * 60_000,
    userVerification: verification(bound.purpose),
    allowCredentials: allowed.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
}

/**
 * Takes a signature of one of the account's passkeys over a challenge of ours, which works no more then.
 *
 * @throws {Refused} `wrong_passkey`, also when the passkey counts and its number has not grown: it was copied.
 */
export async function takeSignature(tx: Tx, bound: Bound, signature: PasskeySignature, now: Date) {
  const { userId, purpose } = bound;
  const [passkey] = await tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.userId, userId), eq(passkeys.credentialId, signature.id)))
    .for("update");
  if (!passkey) throw new Refused("wrong_passkey");
  const challenge = challengeIn(signature);
  const { userHandle, ...response } = signature.response;
  if (!(await takeChallenge(tx, bound, challenge, now))) throw new Refused("wrong_passkey");
  const { origin, id: expectedRPID } = relyingParty();
  // The library says what is wrong by an error.
  const verified = await verifyAuthenticationResponse({
    // Where an authenticator names nobody, the library wants nothing rather than undefined.
    response: { ...signature, response: { ...response, ...(userHandle && { userHandle }) } },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID,
    requireUserVerification: verification(purpose) === "required",
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.counter,
    },
  }).catch(() => null);
  if (!verified?.verified) throw new Refused("wrong_passkey");
  const counter = verified.authenticationInfo.newCounter;
  await tx.update(passkeys).set({ counter, lastUsedAt: now }).where(eq(passkeys.id, passkey.id));
  return passkey;
}

const ClientData = z.object({ challenge: z.string().max(200) });

/** What was signed, as the browser wrote it down; empty where that is no such text. */
export function challengeIn({ response }: { response: { clientDataJSON: string } }): string {
  try {
    return ClientData.parse(JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString("utf8")))
      .challenge;
  } catch {
    return "";
  }
}
