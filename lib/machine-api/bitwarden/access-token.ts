import "server-only";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { type DeviceType, deviceNumbers } from "@/lib/domain/device";
import { SessionId, UserId } from "@/lib/domain/ids";
import { environment } from "@/lib/env";
import { deriveSecret } from "@/lib/secrets";

/** Seconds. An app asks for the next token when less than five minutes are left. */
export const accessTokenLasts = 3600;

/** No token of ours is longer: what is in it does not grow with what somebody belongs to. */
const longest = 4096;

const key = () => deriveSecret("access token");
const issuer = () => `${environment().appUrl}/identity`;

export type Holder = {
  userId: UserId;
  sessionId: SessionId;
  email: string;
  isEmailVerified: boolean;
  name: string | null;
  device: { identifier: string; type: DeviceType };
  clientId: string;
};

/**
 * The token that an app shows with each call. It names a session, which is looked up each time; everything else in it is
 * for the app to read. Protocol chapter 4.4.
 */
export const makeAccessToken = (holder: Holder, now: Date): Promise<string> =>
  new SignJWT({
    sid: holder.sessionId,
    // Apps only compare it with the one before. The account's own stamp stays here.
    sstamp: holder.sessionId,
    email: holder.email,
    email_verified: holder.isEmailVerified,
    name: holder.name,
    premium: true,
    device: holder.device.identifier,
    devicetype: `${deviceNumbers[holder.device.type]}`,
    client_id: holder.clientId,
    scope: ["api", "offline_access"],
    amr: ["Application"],
    idp: "bitwarden",
    auth_time: Math.floor(Number(now) / 1000),
  })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
    .setSubject(holder.userId)
    .setIssuer(issuer())
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(Math.floor(Number(now) / 1000) + accessTokenLasts)
    .sign(key());

const Claims = z.object({ sub: UserId, sid: SessionId });

/** Which session a token of ours names; null for any other token, and for one that is over. */
export async function readAccessToken(token: string) {
  if (token.length > longest) return null;
  try {
    const options = { algorithms: ["HS256"], issuer: issuer(), typ: "at+jwt" };
    const { payload } = await jwtVerify(token, key(), options);
    const { sub, sid } = Claims.parse(payload);
    return { userId: sub, sessionId: sid };
  } catch {
    return null;
  }
}
