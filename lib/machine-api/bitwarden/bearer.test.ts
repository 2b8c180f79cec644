import { eq } from "drizzle-orm";
import { SignJWT, UnsecuredJWT } from "jose";
import { expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { makeAccessToken, readAccessToken } from "@/lib/machine-api/bitwarden/access-token";
import { deriveSecret } from "@/lib/secrets";
import { test } from "@/test/database";
import { aPersonWithForm, base, call } from "@/test/machine";

const door = vi.hoisted(() => ({ tx: undefined as unknown }));
vi.mock("@/db/index", () => ({ database: () => door.tx }));

const ask = (authorization: string, headers: Record<string, string> = {}) =>
  call("/api/accounts/revision-date", { headers: { authorization, ...headers } });

async function brett(tx: Tx) {
  door.tx = tx;
  const { userId, email, actor } = await aPersonWithForm(tx);
  const holder = {
    ...{ userId, email, sessionId: actor.sessionId, isEmailVerified: true, name: "Brett Warden" },
    device: { identifier: "0a0a0a0a-0000-4000-8000-000000000000", type: "linux_cli" },
    clientId: "cli",
  } as const;
  return { holder, token: await makeAccessToken(holder, new Date()) };
}

const claims = ({ sessionId: sid }: { sessionId: string }) => ({ sid, client_id: "cli" });
const signed = (
  holder: { userId: string; sessionId: string },
  key: Uint8Array,
  issuer = `${base}/identity`,
) =>
  new SignJWT(claims(holder))
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
    .setSubject(holder.userId)
    .setIssuer(issuer)
    .setExpirationTime("1h")
    .sign(key);

test("a token of ours names its person, whatever the case of the scheme", async ({ tx }) => {
  const { token } = await brett(tx);
  expect((await ask(`Bearer ${token}`)).status).toBe(200);
  expect((await ask(`bearer ${token}`)).status).toBe(200);
});

test("the same signature under another key or of another server proves nothing", async ({ tx }) => {
  const { holder } = await brett(tx);
  const key = deriveSecret("access token");
  expect(await readAccessToken(await signed(holder, key))).toMatchObject({ userId: holder.userId });
  expect(await readAccessToken(await signed(holder, deriveSecret("session cookie")))).toBeNull();
  expect(await readAccessToken(await signed(holder, key, "https://other.example/identity"))).toBeNull();
});

test("what is no good token is answered with 401 in the form of the apps, and quickly", async ({ tx }) => {
  const { holder, token } = await brett(tx);
  const [head = "", body = "", signature = ""] = token.split(".");
  const anHourAgo = new Date(Date.now() - 3_601_000);
  const bad = {
    none: new UnsecuredJWT(claims(holder)).setSubject(holder.userId).encode(),
    truncated: token.slice(0, -5),
    "of two parts": `${head}.${body}`,
    "with another's claims": `${head}.${Buffer.from('{"sub":"x"}').toString("base64url")}.${signature}`,
    expired: await makeAccessToken(holder, anHourAgo),
    "a megabyte long": "A".repeat(1_000_000),
    "a megabyte of dots": ".".repeat(1_000_000),
    "of broken escapes": "%E0%A4%A",
    empty: "",
  };
  for (const [how, text] of Object.entries(bad)) {
    const began = performance.now();
    const answer = await ask(`Bearer ${text}`);
    expect.soft(performance.now() - began, how).toBeLessThan(200);
    expect.soft(answer.status, how).toBe(401);
    expect.soft(answer.body, how).toEqual({
      message: "Your session has ended. Log in again to go on.",
      ...{ validationErrors: null, exceptionMessage: null, exceptionStackTrace: null },
      ...{ innerExceptionMessage: null, object: "error" },
    });
  }
});

test("a cookie is no credential here", async ({ tx }) => {
  await brett(tx);
  const cookie = "next-auth.session-token=anything";
  expect((await call("/api/accounts/revision-date", { headers: { cookie } })).status).toBe(401);
});

test("a session that ended, or is of another stamp, is dead on the next call", async ({ tx }) => {
  const { holder, token } = await brett(tx);
  await tx.update(users).set({ securityStamp: crypto.randomUUID() }).where(eq(users.id, holder.userId));
  expect((await ask(`Bearer ${token}`)).status).toBe(401);
});

test("being there is noted, no more than every few minutes", async ({ tx }) => {
  const { holder, token } = await brett(tx);
  const seenAt = async () => {
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, holder.sessionId));
    return Number(session?.lastSeenAt);
  };
  const longAgo = new Date(Date.now() - 600_000);
  await tx.update(sessions).set({ lastSeenAt: longAgo }).where(eq(sessions.id, holder.sessionId));
  await ask(`Bearer ${token}`);
  const seen = await seenAt();
  expect(seen).toBeGreaterThan(Number(longAgo));
  await ask(`Bearer ${token}`);
  expect(await seenAt()).toBe(seen);
});

test("a token is as long for whoever belongs to many as for whoever belongs to none", async ({ tx }) => {
  const { token } = await brett(tx);
  expect(token.length).toBeLessThan(1200);
});

test("an app's language is the one of the account", async ({ tx }) => {
  const { holder, token } = await brett(tx);
  await tx.update(users).set({ locale: "fr", mustChangePassword: true }).where(eq(users.id, holder.userId));
  const answer = await ask(`Bearer ${token}`, { "accept-language": "en" });
  // A refusal of right: nobody is logged out by it.
  expect(answer.status).toBe(404);
  expect(answer.body.message).toMatch(/mot de passe/);
});
