import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { devices } from "@/db/schema/devices";
import { events } from "@/db/schema/events";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { AuthenticationHash, KdfSettings } from "@/lib/crypto/types";
import { anonymousActor } from "@/lib/domain/actor";
import { SessionId } from "@/lib/domain/ids";
import { changeKdf } from "@/lib/operations/account/change-kdf";
import { checkSession } from "@/lib/operations/account/check-session";
import { hashAuthentication, verifyAuthentication } from "@/lib/operations/account/internal/password-hash";
import { prelogin } from "@/lib/operations/account/prelogin";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import { aPerson, sealedText } from "@/test/people";

const aHash = () => randomBytes(32).toString("base64") as AuthenticationHash;
const pbkdf2: KdfSettings = { type: "pbkdf2_sha256", iterations: 700_000 };

async function brett(tx: Tx) {
  const currentHash = aHash();
  const passwordHash = await hashAuthentication(currentHash);
  const person = await aPerson(tx, "Brett Warden", { passwordHash });
  const input = { currentHash, nextHash: aHash(), kdf: pbkdf2, userKeyForAccount: sealedText(5) };
  return { ...person, input };
}

test("keys are derived in the chosen way from then on, and everything else of the log-in ends", async ({
  tx,
}) => {
  const { userId, email, actor, input } = await brett(tx);
  const other = SessionId.parse(randomUUID());
  const [mine] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId));
  if (!mine) throw new Error("the person has a session");
  await tx.insert(sessions).values({ ...mine, id: other });
  const remembered = { rememberHash: "-", rememberedUntil: new Date(Date.now() + 60_000) };
  await tx.update(devices).set(remembered).where(eq(devices.userId, userId));

  await execute(tx, changeKdf, actor, input);

  const visitor = anonymousActor({ type: "firefox_browser", ip: null });
  expect(await ask(tx, prelogin, visitor, { email })).toEqual(pbkdf2);
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  expect(user).toMatchObject({
    userKeyForAccount: input.userKeyForAccount,
    kdfMemory: null,
    kdfParallelism: null,
  });
  expect(await verifyAuthentication(user?.passwordHash ?? null, input.nextHash)).toBe(true);
  expect(await ask(tx, checkSession, actor, { userId, sessionId: actor.sessionId })).not.toBeNull();
  expect(await ask(tx, checkSession, actor, { userId, sessionId: other })).toBeNull();
  const [device] = await tx.select().from(devices).where(eq(devices.userId, userId));
  expect(device).toMatchObject({ rememberHash: null, rememberedUntil: null });
  expect(await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).toEqual([
    { type: "user.changed_kdf" },
  ]);
  expect(await queuedMails(tx)).toMatchObject([{ kind: "account.kdf_changed" }]);
});

test("without the master password nothing changes, and the same request does not work twice", async ({
  tx,
}) => {
  const { actor, email, input } = await brett(tx);
  await expectRefused(tx, changeKdf, actor, { ...input, currentHash: aHash() }, "wrong_master_password");
  const visitor = anonymousActor({ type: "firefox_browser", ip: null });
  expect(await ask(tx, prelogin, visitor, { email })).toMatchObject({ type: "argon2id" });
  await execute(tx, changeKdf, actor, input);
  await expectRefused(tx, changeKdf, actor, input, "wrong_master_password");
});

test.for<KdfSettings>([
  { type: "pbkdf2_sha256", iterations: 599_999 },
  { type: "pbkdf2_sha256", iterations: 2_000_001 },
  { type: "pbkdf2_sha256", iterations: 2 ** 31 },
  { type: "argon2id", iterations: 2, memory: 32, parallelism: 4 },
  { type: "argon2id", iterations: 3, memory: 15, parallelism: 4 },
  { type: "argon2id", iterations: 3, memory: 32, parallelism: 17 },
])("settings outside of the limits are not taken: %o", async (kdf, { tx }) => {
  const { actor, input } = await brett(tx);
  await expect(execute(tx, changeKdf, actor, { ...input, kdf })).rejects.toMatchObject({
    issues: [{ message: "weak_kdf" }],
  });
});
