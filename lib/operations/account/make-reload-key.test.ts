import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { anonymousActor, personActor } from "@/lib/domain/actor";
import { SessionId } from "@/lib/domain/ids";
import { defaultKdf } from "@/lib/domain/kdf";
import { changeMasterPassword } from "@/lib/operations/account/change-master-password";
import { dropReloadKey } from "@/lib/operations/account/drop-reload-key";
import { endOtherSessions } from "@/lib/operations/account/end-other-sessions";
import { endSession } from "@/lib/operations/account/end-session";
import { getReloadKey } from "@/lib/operations/account/get-reload-key";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { logOut } from "@/lib/operations/account/log-out";
import { makeReloadKey } from "@/lib/operations/account/make-reload-key";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aPerson, type Person, sealedText } from "@/test/people";

const visitor = anonymousActor({ type: "firefox_browser", ip: null });
const aHash = () => randomBytes(32).toString("base64") as AuthenticationHash;

/** A second session of the same person, elsewhere. */
async function elsewhere(tx: Tx, { userId, actor }: Person) {
  const [mine] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId));
  if (!mine) throw new Error("the person has a session");
  const sessionId = SessionId.parse(randomUUID());
  await tx.insert(sessions).values({ ...mine, id: sessionId, reloadKey: null });
  return personActor({ userId, sessionId, device: actor.device });
}

const kept = async (tx: Tx, sessionId: SessionId) =>
  (await tx.select({ key: sessions.reloadKey }).from(sessions).where(eq(sessions.id, sessionId)))[0]?.key;

test("a session is given its own key, the same each time, and no session another's", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  const other = await elsewhere(tx, brett);
  const { userId, actor } = brett;
  const { sessionId } = actor;
  expect(await ask(tx, getReloadKey, brett.actor, {})).toEqual({ userId, sessionId, reloadKey: null });

  const made = await execute(tx, makeReloadKey, brett.actor, {});
  expect(Buffer.from(made.reloadKey, "base64")).toHaveLength(64);
  expect(await execute(tx, makeReloadKey, brett.actor, {})).toEqual(made);
  expect(await ask(tx, getReloadKey, brett.actor, {})).toEqual(made);
  expect(await ask(tx, getReloadKey, other, {})).toMatchObject({ reloadKey: null });
  expect((await execute(tx, makeReloadKey, other, {})).reloadKey).not.toBe(made.reloadKey);
  expect(await eventsOf(tx)).toEqual([]);

  await execute(tx, dropReloadKey, brett.actor, {});
  expect(await kept(tx, sessionId)).toBeNull();
  expect(await kept(tx, other.sessionId)).not.toBeNull();
});

test("nobody signed in is given none, makes none and drops none", async ({ tx }) => {
  await expectRefused(tx, makeReloadKey, visitor, {}, "not_signed_in");
  await expectRefused(tx, dropReloadKey, visitor, {}, "not_signed_in");
  await expect(ask(tx, getReloadKey, visitor, {})).rejects.toMatchObject({ refusal: "not_signed_in" });
});

test.for(["log_out", "end_session", "end_other_sessions", "change_master_password"] as const)(
  "a session that ends keeps no key: %s",
  async (how, { tx }) => {
    const currentHash = aHash();
    const passwordHash = await hashAuthentication(currentHash);
    const brett = await aPerson(tx, "Brett Warden", { passwordHash });
    const ended = await elsewhere(tx, brett);
    const { userId } = brett;
    const { sessionId } = ended;
    await execute(tx, makeReloadKey, ended, {});
    await execute(tx, makeReloadKey, brett.actor, {});
    const password = { currentHash, nextHash: aHash(), kdf: defaultKdf, userKeyForAccount: sealedText(5) };

    const ways = {
      log_out: () => execute(tx, logOut, visitor, { userId, sessionId }),
      end_session: () => execute(tx, endSession, brett.actor, { sessionId }),
      end_other_sessions: () => execute(tx, endOtherSessions, brett.actor, {}),
      change_master_password: () => execute(tx, changeMasterPassword, brett.actor, password),
    };
    await ways[how]();
    expect(await kept(tx, sessionId)).toBeNull();
    expect(await kept(tx, brett.actor.sessionId)).not.toBeNull();
  },
);

test("no row of an ended session can hold a key, whoever writes it", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden");
  await execute(tx, makeReloadKey, actor, {});
  const forgotten = tx.transaction((inner) => inner.update(sessions).set({ endedAt: new Date() }));
  await expect(forgotten).rejects.toThrow();
});
