import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { events } from "@/db/schema/events";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { anonymousActor } from "@/lib/domain/actor";
import { SessionId } from "@/lib/domain/ids";
import { defaultKdf } from "@/lib/domain/kdf";
import { changeMasterPassword } from "@/lib/operations/account/change-master-password";
import { checkSession } from "@/lib/operations/account/check-session";
import { hashAuthentication, verifyAuthentication } from "@/lib/operations/account/internal/password-hash";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import { aPerson, sealedText } from "@/test/people";

const aHash = () => randomBytes(32).toString("base64") as AuthenticationHash;

test("the user key goes under the new password, and every other session ends", async ({ tx }) => {
  const currentHash = aHash();
  const nextHash = aHash();
  const passwordHash = await hashAuthentication(currentHash);
  const { userId, actor } = await aPerson(tx, "Brett Warden", { passwordHash });
  const other = SessionId.parse(crypto.randomUUID());
  const [mine] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId));
  if (!mine) throw new Error("the person has a session");
  await tx.insert(sessions).values({ ...mine, id: other });

  const userKeyForAccount = sealedText(5);
  await execute(tx, changeMasterPassword, actor, {
    currentHash,
    nextHash,
    kdf: defaultKdf,
    userKeyForAccount,
  });

  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  expect(user).toMatchObject({ userKeyForAccount });
  expect(await verifyAuthentication(user?.passwordHash ?? null, nextHash)).toBe(true);
  expect(await verifyAuthentication(user?.passwordHash ?? null, currentHash)).toBe(false);
  expect(await ask(tx, checkSession, actor, { userId, sessionId: actor.sessionId })).not.toBeNull();
  expect(await ask(tx, checkSession, actor, { userId, sessionId: other })).toBeNull();
  expect(await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).toEqual([
    { type: "user.changed_password" },
  ]);
  expect(await queuedMails(tx)).toMatchObject([{ kind: "account.password_changed" }]);
});

test("the same password again is refused, and a temporary one still has to be changed", async ({ tx }) => {
  const currentHash = aHash();
  const passwordHash = await hashAuthentication(currentHash);
  const { userId, actor } = await aPerson(tx, "Brett Warden", { passwordHash, mustChangePassword: true });
  const change = { currentHash, nextHash: currentHash, kdf: defaultKdf, userKeyForAccount: sealedText(5) };
  await expectRefused(tx, changeMasterPassword, actor, change, "password_unchanged");
  const kept = async () => (await tx.select().from(users).where(eq(users.id, userId)))[0];
  expect(await kept()).toMatchObject({ passwordHash, mustChangePassword: true });
  // Whoever does not know the present one learns nothing from two equal proofs.
  const guess = aHash();
  const guessed = { ...change, currentHash: guess, nextHash: guess };
  await expectRefused(tx, changeMasterPassword, actor, guessed, "wrong_master_password");
  await execute(tx, changeMasterPassword, actor, { ...change, nextHash: aHash() });
  expect(await kept()).toMatchObject({ mustChangePassword: false });
});

test("without the current password nothing changes", async ({ tx }) => {
  const passwordHash = await hashAuthentication(aHash());
  const { userId, actor } = await aPerson(tx, "Brett Warden", { passwordHash });
  const wrong = {
    currentHash: aHash(),
    nextHash: aHash(),
    kdf: defaultKdf,
    userKeyForAccount: sealedText(5),
  };
  await expectRefused(tx, changeMasterPassword, actor, wrong, "wrong_master_password");
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  expect(user?.passwordHash).toBe(passwordHash);
});

test("nobody signed in changes nobody's password", async ({ tx }) => {
  const visitor = anonymousActor({ type: "firefox_browser", ip: null });
  const input = {
    currentHash: aHash(),
    nextHash: aHash(),
    kdf: defaultKdf,
    userKeyForAccount: sealedText(5),
  };
  await expect(execute(tx, changeMasterPassword, visitor, input)).rejects.toMatchObject({
    refusal: "not_signed_in",
  });
});
