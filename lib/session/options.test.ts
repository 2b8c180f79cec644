import { randomBytes, randomUUID } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import { expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { checkSession } from "@/lib/operations/account/check-session";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { ask } from "@/lib/operations/query";
import { authOptions } from "@/lib/session/options";
import { test } from "@/test/database";
import { queuedMails } from "@/test/mails";
import { aPerson } from "@/test/people";

const door = vi.hoisted(() => ({
  tx: undefined as unknown,
  appUrl: "http://127.0.0.1:3000",
  cookies: new Map<string, string>(),
}));
vi.mock("@/db/index", () => ({ database: () => door.tx }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "user-agent": "Firefox/130.0", "x-real-ip": "203.0.113.7" }),
  cookies: async () => door.cookies,
}));
vi.mock("@/lib/env", async (load) => {
  const original = await load<typeof import("@/lib/env")>();
  return { ...original, environment: () => ({ ...original.environment(), appUrl: door.appUrl }) };
});

type Credentials = { options: { authorize: (proof: Record<string, string>) => Promise<unknown> } };

/** What next-auth itself would call; its types do not show a provider's own options. */
const authorize = (options: NextAuthOptions, proof: Record<string, string>) =>
  (options.providers[0] as unknown as Credentials).options.authorize(proof);

async function brett(tx: Tx) {
  door.tx = tx;
  const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
  const passwordHash = await hashAuthentication(authenticationHash);
  const person = await aPerson(tx, "Brett Warden", { passwordHash, locale: "fr" });
  return { ...person, proof: { email: person.email, authenticationHash, deviceIdentifier: randomUUID() } };
}

const recorded = (tx: Tx) =>
  tx
    .select({ type: events.type, deviceType: events.deviceType, ip: events.ip })
    .from(events)
    .orderBy(events.sequence);

test("logging in opens a session, and the person's language goes along", async ({ tx }) => {
  const { userId, proof } = await brett(tx);
  const opened = await authorize(authOptions(), proof);
  expect(opened).toMatchObject({ id: userId, sessionId: expect.any(String) });
  expect(door.cookies.get("trousseau-locale")).toBe("fr");
});

test("a failed log-in is refused with its code, and stays in the log", async ({ tx }) => {
  const { proof } = await brett(tx);
  const wrong = { ...proof, authenticationHash: randomBytes(32).toString("base64") };
  await expect(authorize(authOptions(), wrong)).rejects.toThrow('{"code":"wrong_credentials"}');
  expect(await recorded(tx)).toEqual([
    { type: "user.failed_log_in", deviceType: "firefox_browser", ip: "203.0.113.7" },
  ]);
});

test("whoever lacks the password, however often and with whatever code, fails at the first step", async ({
  tx,
}) => {
  const { proof } = await brett(tx);
  const wrong = { ...proof, authenticationHash: randomBytes(32).toString("base64"), code: "123456" };
  for (let attempt = 0; attempt < 20; attempt++)
    await expect(authorize(authOptions(), wrong)).rejects.toThrow("wrong_credentials");
  await expect(authorize(authOptions(), wrong)).rejects.toThrow("too_many_attempts");
  const types = (await recorded(tx)).map(({ type }) => type);
  expect(new Set(types)).toEqual(new Set(["user.failed_log_in"]));
  expect(await queuedMails(tx)).toEqual([]);
});

test.for([{}, { email: "not an address" }, { authenticationHash: "the master password itself" }])(
  "what is no proof at all is refused before anything is looked up: %o",
  async (altered, { tx }) => {
    const { proof } = await brett(tx);
    const sent = Object.keys(altered).length === 0 ? {} : { ...proof, ...altered };
    await expect(authorize(authOptions(), sent)).rejects.toThrow('{"code":"invalid"}');
    expect(await recorded(tx)).toEqual([]);
  },
);

test("logging out ends the session, from where it was asked", async ({ tx }) => {
  const { actor, userId } = await brett(tx);
  const { sessionId } = actor;
  const token = { sub: userId, sessionId };
  await authOptions().events?.signOut?.({ token, session: { expires: "", userId, sessionId } });
  expect(await ask(tx, checkSession, actor, { userId, sessionId })).toBeNull();
  expect(await recorded(tx)).toEqual([
    { type: "user.logged_out", deviceType: "firefox_browser", ip: "203.0.113.7" },
  ]);
});

test.for([
  { appUrl: "http://127.0.0.1:3000", name: "next-auth.session-token", secure: false },
  { appUrl: "https://keys.provider.example", name: "__Host-next-auth.session-token", secure: true },
])("the session's cookie at $appUrl is $name", ({ appUrl, name, secure }) => {
  door.appUrl = appUrl;
  expect(authOptions().cookies?.sessionToken).toEqual({
    name,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  });
});
