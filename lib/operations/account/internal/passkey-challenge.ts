import "server-only";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Tx } from "@/db/client";
import { usedBearers } from "@/db/schema/used-bearers";
import { type PasskeyPurpose, passkeyMinutes } from "@/lib/domain/account/passkey";
import type { UserId } from "@/lib/domain/ids";
import { deriveSecret } from "@/lib/secrets";

/** For whom a challenge is, what for, and in which session; in a log-in, at which browser. */
export type Bound = { userId: UserId; purpose: PasskeyPurpose; at: string };

const randomLength = 16;
const timeLength = 6;

const tagOf = ({ userId, purpose, at }: Bound, body: Buffer) =>
  createHmac("sha256", deriveSecret("passkey challenges"))
    .update(JSON.stringify([userId, purpose, at]))
    .update(body)
    .digest();

/**
 * What an authenticator is to sign: 16 random bytes, until when it may (milliseconds in 6 bytes), and an HMAC-SHA-256
 * that binds both to one account, purpose and session. Nothing is kept of it until it comes back.
 */
export function makeChallenge(bound: Bound, now: Date): Buffer {
  const until = Buffer.alloc(timeLength);
  until.writeUIntBE(Number(now) + passkeyMinutes * 60_000, 0, timeLength);
  const body = Buffer.concat([randomBytes(randomLength), until]);
  return Buffer.concat([body, tagOf(bound, body)]);
}

/** Takes a challenge that came back signed, in base64url. Of the same one at the same moment, one is taken. */
export async function takeChallenge(tx: Tx, bound: Bound, challenge: string, now: Date): Promise<boolean> {
  const bytes = Buffer.from(challenge, "base64url");
  const body = bytes.subarray(0, randomLength + timeLength);
  const tag = bytes.subarray(randomLength + timeLength);
  const expected = tagOf(bound, body);
  if (tag.length !== expected.length || !timingSafeEqual(tag, expected)) return false;
  const until = body.readUIntBE(randomLength, timeLength);
  if (until <= Number(now)) return false;
  const fresh = await tx
    .insert(usedBearers)
    .values({ hash: createHash("sha256").update(bytes).digest("base64url"), expiresAt: new Date(until) })
    .onConflictDoNothing()
    .returning({ hash: usedBearers.hash });
  return fresh.length > 0;
}
