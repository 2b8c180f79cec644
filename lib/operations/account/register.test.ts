import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { users } from "@/db/schema/users";
import { anonymousActor } from "@/lib/domain/actor";
import { defaultKdf } from "@/lib/domain/kdf";
import { register } from "@/lib/operations/account/register";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aPerson, publicKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const visitor = anonymousActor({ type: "firefox_browser", ip: null });
const now = new Date();

const form = (token: string) => ({
  token,
  name: "Brett Warden",
  locale: "en" as const,
  kdf: defaultKdf,
  authenticationHash: randomBytes(32).toString("base64"),
  userKeyForAccount: sealedText(5),
  publicKey: publicKey(),
  privateKeyForAccount: sealedText(77),
});

const recorded = async (tx: Tx) =>
  (await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).map(({ type }) => type);

test("the first link makes the instance's administrator, once", async ({ tx }) => {
  const token = await issueToken(tx, { purpose: "instance_set_up" }, now);
  await execute(tx, register, visitor, { ...form(token), email: "brett.warden@provider.example" });

  const [user] = await tx.select().from(users);
  expect(user).toMatchObject({ instanceRole: "administrator", emailVerifiedAt: null });
  expect(await recorded(tx)).toEqual(["user.registered", "user.became_administrator"]);
  await expectRefused(tx, register, visitor, { ...form(token), email: "b@provider.example" }, "link_used");
});

test("the first link makes an administrator although somebody else registered first", async ({ tx }) => {
  await aPerson(tx, "Billy Warden");
  const token = await issueToken(tx, { purpose: "instance_set_up" }, now);
  const email = "brett.warden@provider.example";
  await execute(tx, register, visitor, { ...form(token), email });
  const [user] = await tx.select().from(users).where(eq(users.email, email));
  expect(user?.instanceRole).toBe("administrator");
});

test("an administrator's invitation proves its address, makes one more, and ends the first link", async ({
  tx,
}) => {
  const first = await issueToken(tx, { purpose: "instance_set_up" }, now);
  await aPerson(tx, "Betty Warden", { instanceRole: "administrator" });
  const email = "brett.warden@provider.example";
  const token = await issueToken(tx, { purpose: "administrator", email }, now);
  await execute(tx, register, visitor, form(token));
  const [user] = await tx.select().from(users).where(eq(users.email, email));
  expect(user).toMatchObject({ instanceRole: "administrator", emailVerifiedAt: expect.any(Date) });
  expect(await recorded(tx)).toEqual(["user.registered", "user.became_administrator"]);
  await expectRefused(tx, register, visitor, { ...form(first), email: "b@provider.example" }, "link_used");
});

test("the first link is worth nothing once there is an administrator", async ({ tx }) => {
  const token = await issueToken(tx, { purpose: "instance_set_up" }, now);
  await aPerson(tx, "Betty Warden", { instanceRole: "administrator" });
  await expectRefused(
    tx,
    register,
    visitor,
    { ...form(token), email: "b@provider.example" },
    "already_set_up",
  );
});

test("an invitation proves its own address, whatever the form says, and stays open", async ({ tx }) => {
  const { billy } = await aProviderWith(tx, { billy: "service_user, invited" });
  await tx.delete(users).where(eq(users.id, billy.userId));
  const subject = {
    purpose: "provider_member",
    email: billy.email,
    providerMemberId: billy.memberId,
  } as const;
  const token = await issueToken(tx, subject, now);
  await execute(tx, register, visitor, { ...form(token), email: "somebody@else.example" });

  const [user] = await tx.select().from(users).where(eq(users.email, billy.email));
  expect(user).toMatchObject({ instanceRole: "user", emailVerifiedAt: expect.any(Date) });
  expect(await ask(tx, readInvitation, visitor, { token })).toMatchObject({
    state: "good",
    hasAccount: true,
  });
});

test("a link that is altered, expired or replaced registers nobody", async ({ tx }) => {
  const subject = { purpose: "registration", email: "brett.warden@provider.example" } as const;
  const old = await issueToken(tx, subject, now);
  const token = await issueToken(tx, subject, now);
  await expectRefused(tx, register, visitor, form(old), "link_replaced");
  await expectRefused(tx, register, visitor, form(`${token.slice(0, -1)}!`), "link_unknown");
  await tx.update(oneTimeTokens).set({ expiresAt: now });
  await expectRefused(tx, register, visitor, form(token), "link_expired");
  expect(await tx.$count(users)).toBe(0);
});

test("the column of tokens opens nothing", async ({ tx }) => {
  await issueToken(tx, { purpose: "registration", email: "brett.warden@provider.example" }, now);
  const [row] = await tx.select().from(oneTimeTokens);
  await expectRefused(tx, register, visitor, form(row?.hash ?? ""), "link_unknown");
});

test("an address has one account", async ({ tx }) => {
  const { email } = await aPerson(tx, "Brett Warden");
  const token = await issueToken(tx, { purpose: "registration", email }, now);
  await expectRefused(tx, register, visitor, form(token), "email_taken");
});

test.for([
  { type: "pbkdf2_sha256", iterations: 599_999 },
  { type: "argon2id", iterations: 2, memory: 32, parallelism: 4 },
  { type: "argon2id", iterations: 6, memory: 16, parallelism: 4 },
  { type: "argon2id", iterations: 2 ** 31, memory: 32, parallelism: 4 },
] as const)("key derivation of %o is too weak or absurd to keep", async (kdf, { tx }) => {
  const token = await issueToken(
    tx,
    { purpose: "registration", email: "brett.warden@provider.example" },
    now,
  );
  await expect(execute(tx, register, visitor, { ...form(token), kdf })).rejects.toThrow("weak_kdf");
});

test.for(["userKeyForAccount", "privateKeyForAccount"] as const)(
  "a plain text as %s is refused",
  async (field, { tx }) => {
    const token = await issueToken(
      tx,
      { purpose: "registration", email: "brett.warden@provider.example" },
      now,
    );
    await expect(execute(tx, register, visitor, { ...form(token), [field]: "my secret" })).rejects.toThrow(
      "not_sealed",
    );
    expect(await tx.$count(users)).toBe(0);
  },
);
