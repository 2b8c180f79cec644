import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { SessionId } from "@/lib/domain/ids";
import { deriveSecret } from "@/lib/secrets";

/** A token as an app shows it, and what is kept of it. */
export type RefreshToken = { token: string; hash: string };

export const hashOfRefreshToken = (token: string) => createHash("sha256").update(token).digest("base64");

const made = (sessionId: SessionId, secret: Buffer): RefreshToken => {
  const token = `${sessionId}.${secret.toString("base64url")}`;
  return { token, hash: hashOfRefreshToken(token) };
};

/** The first token of a session: its id, and 256 random bits. */
export const makeRefreshToken = (sessionId: SessionId) => made(sessionId, randomBytes(32));

/** The session that a token names. It proves nothing. */
export const sessionNamedIn = (token: string): SessionId => SessionId.parse(token.split(".", 1)[0]);

/**
 * The token that comes after another one. It is worked out from it, so that two requests with the same token get the
 * same answer, and only the server can work it out.
 */
export const refreshTokenAfter = (token: string): RefreshToken =>
  made(sessionNamedIn(token), createHmac("sha256", deriveSecret("refresh token")).update(token).digest());
