import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { anonymousActor } from "@/lib/domain/actor";
import { checkSession } from "@/lib/operations/account/check-session";
import { endOtherSessions } from "@/lib/operations/account/end-other-sessions";
import { endSession } from "@/lib/operations/account/end-session";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { logIn } from "@/lib/operations/account/log-in";
import { logOut } from "@/lib/operations/account/log-out";
import { recordFailedLogIn } from "@/lib/operations/account/record-failed-log-in";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aPerson } from "@/test/people";

const visitor = anonymousActor({ type: "firefox_browser", ip: "203.0.113.7" });
const aHash = () => randomBytes(32).toString("base64") as AuthenticationHash;

async function brett(tx: Tx) {
  const authenticationHash = aHash();
  const passwordHash = await hashAuthentication(authenticationHash);
  const person = await aPerson(tx, "Brett Warden", { passwordHash });
  const proof = { email: person.email, authenticationHash, deviceIdentifier: randomUUID() };
  return { ...person, proof };
}

test("who proves the master password gets a session, and the log says so", async ({ tx }) => {
  const { userId, proof } = await brett(tx);
  const { sessionId } = await execute(tx, logIn, visitor, proof);

  expect(await ask(tx, checkSession, visitor, { userId, sessionId })).toMatchObject({ email: proof.email });
  const [event] = await tx.select().from(events).orderBy(events.sequence);
  expect(event).toMatchObject({ type: "user.logged_in", userId, actorId: userId, ip: "203.0.113.7" });
});

test("the address is compared in its one form", async ({ tx }) => {
  const { proof } = await brett(tx);
  await execute(tx, logIn, visitor, { ...proof, email: ` ${proof.email.toUpperCase()} ` });
});

test("a wrong password and an unknown address answer alike", async ({ tx }) => {
  const { proof } = await brett(tx);
  const wrong = { ...proof, authenticationHash: aHash() };
  await expectRefused(tx, logIn, visitor, wrong, "wrong_credentials");
  await expectRefused(
    tx,
    logIn,
    visitor,
    { ...wrong, email: "nobody@provider.example" },
    "wrong_credentials",
  );
});

test("a failed attempt is kept for an account, and nothing for nobody", async ({ tx }) => {
  const { userId, email } = await brett(tx);
  await execute(tx, recordFailedLogIn, visitor, { email, step: "password" });
  await execute(tx, recordFailedLogIn, visitor, { email: "nobody@provider.example", step: "password" });
  expect(
    await tx.select({ type: events.type, userId: events.userId }).from(events).orderBy(events.sequence),
  ).toEqual([{ type: "user.failed_log_in", userId }]);
});

test("the 21st attempt within a quarter of an hour waits, even with the right password", async ({ tx }) => {
  const { proof } = await brett(tx);
  const wrong = { ...proof, authenticationHash: aHash() };
  for (let attempt = 0; attempt < 20; attempt++)
    await expectRefused(tx, logIn, visitor, wrong, "wrong_credentials");
  await expectRefused(tx, logIn, visitor, proof, "too_many_attempts");
});

test("a stranger's wrong attempts keep nobody out who comes from elsewhere, or with a device that is known", async ({
  tx,
}) => {
  const { proof } = await brett(tx);
  await execute(tx, logIn, visitor, proof);
  const elsewhere = anonymousActor({ type: "firefox_browser", ip: "203.0.113.99" });
  const theirs = { ...proof, authenticationHash: aHash(), deviceIdentifier: randomUUID() };
  for (let attempt = 0; attempt < 20; attempt++)
    await expectRefused(tx, logIn, visitor, theirs, "wrong_credentials");
  await expectRefused(tx, logIn, visitor, theirs, "too_many_attempts");

  await execute(tx, logIn, visitor, proof);
  await execute(tx, logIn, elsewhere, { ...proof, deviceIdentifier: randomUUID() });
});

test("right passwords are not counted", async ({ tx }) => {
  const { proof } = await brett(tx);
  for (let times = 0; times < 25; times++) await execute(tx, logIn, visitor, proof);
});

test("the stored hash is not what was sent", async ({ tx }) => {
  const { userId, proof } = await brett(tx);
  const [row] = await tx.select().from(users).where(eq(users.id, userId));
  expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(row?.passwordHash).not.toContain(proof.authenticationHash);
});

test("a session that ended, expired or has another stamp is over at once", async ({ tx }) => {
  const { userId, proof } = await brett(tx);
  const claimOf = async () => ({ userId, sessionId: (await execute(tx, logIn, visitor, proof)).sessionId });
  const isGood = async (claim: Awaited<ReturnType<typeof claimOf>>) =>
    (await ask(tx, checkSession, visitor, claim)) !== null;

  const loggedOut = await claimOf();
  await execute(tx, logOut, visitor, loggedOut);
  expect(await isGood(loggedOut)).toBe(false);

  const expired = await claimOf();
  await tx.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, expired.sessionId));
  expect(await isGood(expired)).toBe(false);

  const restamped = await claimOf();
  expect(await isGood(restamped)).toBe(true);
  await tx.update(users).set({ securityStamp: randomUUID() }).where(eq(users.id, userId));
  expect(await isGood(restamped)).toBe(false);
});

test("a session's id under another account's is nobody's", async ({ tx }) => {
  const { proof } = await brett(tx);
  const betty = await aPerson(tx, "Betty Warden");
  const { sessionId } = await execute(tx, logIn, visitor, proof);
  expect(await ask(tx, checkSession, visitor, { userId: betty.userId, sessionId })).toBeNull();
});

test("people list and end their own sessions, and nobody else's", async ({ tx }) => {
  const { userId, actor, proof } = await brett(tx);
  const { sessionId } = await execute(tx, logIn, visitor, proof);
  const listed = await ask(tx, listSessions, actor, {});
  expect(listed.map(({ id, current }) => [id, current])).toEqual(
    expect.arrayContaining([
      [sessionId, false],
      [actor.sessionId, true],
    ]),
  );

  const betty = await aPerson(tx, "Betty Warden");
  await expectRefused(tx, endSession, betty.actor, { sessionId }, "not_found");
  await expectRefused(tx, endSession, visitor, { sessionId }, "not_signed_in");
  await execute(tx, endSession, actor, { sessionId });
  expect(await ask(tx, checkSession, visitor, { userId, sessionId })).toBeNull();
});

test("logging out everywhere else leaves this session alone", async ({ tx }) => {
  const { userId, actor, proof } = await brett(tx);
  for (let times = 0; times < 3; times++) await execute(tx, logIn, visitor, proof);
  expect(await execute(tx, endOtherSessions, actor, {})).toEqual({ count: 3 });
  expect(await ask(tx, listSessions, actor, {})).toHaveLength(1);
  expect(await ask(tx, checkSession, visitor, { userId, sessionId: actor.sessionId })).not.toBeNull();
});
