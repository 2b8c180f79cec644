import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { anonymousActor } from "@/lib/domain/actor";
import { checkSession } from "@/lib/operations/account/check-session";
import { makeRefreshToken } from "@/lib/operations/account/internal/refresh-token";
import { refreshSession } from "@/lib/operations/account/refresh-session";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aPerson } from "@/test/people";

const app = anonymousActor({ type: "linux_cli", ip: "203.0.113.7" }, "api");
const refresh = (tx: Tx, token: string) => execute(tx, refreshSession, app, { token });

/** Somebody whose session is one of an app. */
async function brett(tx: Tx) {
  const { userId, actor } = await aPerson(tx, "Brett Warden");
  const { sessionId } = actor;
  const { token, hash } = makeRefreshToken(sessionId);
  const ofSession = eq(sessions.id, sessionId);
  await tx.update(sessions).set({ refreshHash: hash }).where(ofSession);
  const isOpen = async () => (await ask(tx, checkSession, app, { userId, sessionId })) !== null;
  return { userId, sessionId, token, ofSession, isOpen };
}

/** The next token, where there has to be one. */
async function next(tx: Tx, token: string): Promise<string> {
  const refreshed = await refresh(tx, token);
  if (!refreshed) throw new Error("no token came back");
  return refreshed.refreshToken;
}

test("each token gives the next, and says whose session and which device it is of", async ({ tx }) => {
  const { userId, sessionId, token } = await brett(tx);
  const refreshed = await refresh(tx, token);
  expect(refreshed).toMatchObject({ userId, sessionId, device: { type: "firefox_browser" } });
  expect(await next(tx, refreshed?.refreshToken ?? "")).not.toBe(refreshed?.refreshToken);
  expect(await tx.$count(events)).toBe(0);
});

test("whoever did not get the answer asks again, as often as that happens, and gets the same token", async ({
  tx,
}) => {
  const { token, isOpen } = await brett(tx);
  const second = await next(tx, token);
  for (let lost = 0; lost < 3; lost++) expect(await next(tx, token)).toBe(second);
  await next(tx, second);
  expect(await isOpen()).toBe(true);
});

test("once the next token has been used, the one before ends the session, and the log says so", async ({
  tx,
}) => {
  const { userId, token, isOpen } = await brett(tx);
  const second = await next(tx, token);
  const third = await next(tx, second);
  expect(await refresh(tx, token)).toBeNull();
  expect(await isOpen()).toBe(false);
  expect(await refresh(tx, third)).toBeNull();
  const [event] = await tx.select().from(events);
  expect(event).toMatchObject({ type: "user.ended_sessions", userId, actorKind: "anonymous" });
});

test("an app that is used stays logged in; one that is not used for thirty days is logged out", async ({
  tx,
}) => {
  const { token, ofSession } = await brett(tx);
  const soon = new Date(Date.now() + 1000);
  await tx.update(sessions).set({ expiresAt: soon }).where(ofSession);
  const second = await next(tx, token);
  const [session] = await tx.select().from(sessions).where(ofSession);
  expect(Number(session?.expiresAt) - Date.now()).toBeGreaterThan(29.9 * 24 * 3_600_000);
  await tx.update(sessions).set({ expiresAt: new Date() }).where(ofSession);
  expect(await refresh(tx, second)).toBeNull();
});

test("nothing is given for a session that ended, is of another stamp, of a browser, or of nobody", async ({
  tx,
}) => {
  const { userId, token, ofSession } = await brett(tx);
  await tx.update(sessions).set({ endedAt: new Date() }).where(ofSession);
  expect(await refresh(tx, token)).toBeNull();
  await tx.update(sessions).set({ endedAt: null }).where(ofSession);
  await tx.update(users).set({ securityStamp: randomUUID() }).where(eq(users.id, userId));
  expect(await refresh(tx, token)).toBeNull();

  const browser = await aPerson(tx, "Betty Warden");
  const guessed = `${browser.actor.sessionId}.${token.slice(37)}`;
  expect(await refresh(tx, guessed)).toBeNull();
  const { userId: betty, actor } = browser;
  expect(await ask(tx, checkSession, app, { userId: betty, sessionId: actor.sessionId })).not.toBeNull();
  expect(await refresh(tx, `${randomUUID()}.${token.slice(37)}`)).toBeNull();
});
