import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { anonymousActor } from "@/lib/domain/actor";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { landing } from "@/lib/operations/account/landing";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { touchSession } from "@/lib/operations/account/touch-session";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aPerson } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const visitor = anonymousActor({ type: "firefox_browser", ip: null });

test("people get their own sealed keys, and no hash with them", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  await aPerson(tx, "Betty Warden");
  const keys = await ask(tx, getMyKeys, brett.actor, {});
  expect(Object.keys(keys).sort()).toEqual([
    "email",
    "kdf",
    "privateKeyForAccount",
    "publicKey",
    "successions",
    "unlocksByPasskey",
    "userId",
    "userKeyForAccount",
  ]);
  expect(keys).toMatchObject({
    userId: brett.userId,
    publicKey: brett.publicKey,
    kdf: { type: "argon2id", iterations: 6, memory: 32, parallelism: 4 },
  });
  await expect(ask(tx, getMyKeys, visitor, {})).rejects.toMatchObject({ refusal: "not_signed_in" });
});

test("a name is kept tidy, and the change stands in the log", async ({ tx }) => {
  const { userId, actor } = await aPerson(tx, "Brett Warden");
  const betty = await aPerson(tx, "Betty Warden");
  await execute(tx, updateProfile, actor, { name: "  Brett \u202e Warden ", locale: "fr" });

  const rows = await tx.select({ name: users.name, locale: users.locale, id: users.id }).from(users);
  expect(rows).toContainEqual({ id: userId, name: "Brett Warden", locale: "fr" });
  expect(rows).toContainEqual({ id: betty.userId, name: "Betty Warden", locale: null });
  expect(await eventsOf(tx)).toMatchObject([{ type: "user.updated_profile", userId }]);
});

test("nobody signed in has no profile, and no name has 51 characters", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden");
  await expectRefused(tx, updateProfile, visitor, { name: "Brett", locale: "en" }, "not_signed_in");
  const tooLong = execute(tx, updateProfile, actor, { name: "B".repeat(51), locale: "en" });
  await expect(tooLong).rejects.toThrow("too_long");
  expect(await eventsOf(tx)).toEqual([]);
});

test("work begins with the provider, then with the instance, then in the vault", async ({ tx }) => {
  const path = async (actor: Parameters<typeof ask>[2]) => (await ask(tx, landing, actor, {})).path;
  const team = await aProviderWith(tx, {
    betty: "service_user, confirmed",
    billy: "service_user, accepted",
  });
  const admin = await aPerson(tx, "Brett Warden", { instanceRole: "administrator" });

  expect(await path(team.betty.actor)).toBe(`/providers/${team.providerId}`);
  expect(await path(team.billy.actor)).toBe("/vault");
  expect(await path(admin.actor)).toBe("/admin/providers");
  expect(await path(visitor)).toBe("/log-in");
});

test("being there is noted of this session alone, and not in the log", async ({ tx }) => {
  const long = new Date("2026-01-01T00:00:00Z");
  const brett = await aPerson(tx, "Brett Warden");
  const betty = await aPerson(tx, "Betty Warden");
  await tx.update(sessions).set({ lastSeenAt: long });
  await execute(tx, touchSession, brett.actor, {});

  const seen = async (id: typeof brett.actor.sessionId) =>
    (await tx.select({ at: sessions.lastSeenAt }).from(sessions).where(eq(sessions.id, id)))[0]?.at;
  expect(Number(await seen(brett.actor.sessionId))).toBeGreaterThan(Number(long));
  expect(await seen(betty.actor.sessionId)).toEqual(long);
  expect(await eventsOf(tx)).toEqual([]);

  // Whoever looks at the list is here now.
  const [own] = await ask(tx, listSessions, betty.actor, {});
  expect(Number(own?.lastSeenAt)).toBeGreaterThan(Number(long));
});
