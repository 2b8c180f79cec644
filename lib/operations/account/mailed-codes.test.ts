import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterEach, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { anonymousActor } from "@/lib/domain/actor";
import { confirmAuthenticator } from "@/lib/operations/account/confirm-authenticator";
import { confirmMailedCodes } from "@/lib/operations/account/confirm-mailed-codes";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { logIn } from "@/lib/operations/account/log-in";
import { mailLogInCode } from "@/lib/operations/account/mail-log-in-code";
import { mailOwnCode } from "@/lib/operations/account/mail-own-code";
import { removeSecondStep } from "@/lib/operations/account/remove-second-step";
import { startAuthenticator } from "@/lib/operations/account/start-authenticator";
import { startMailedCodes } from "@/lib/operations/account/start-mailed-codes";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { mailsTo } from "@/test/mails";
import { aPerson, sealedKey } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const visitor = anonymousActor({ type: "firefox_browser", ip: "203.0.113.7" });

afterEach(() => void vi.useRealTimers());

async function brett(tx: Tx) {
  const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
  const passwordHash = await hashAuthentication(authenticationHash);
  const person = await aPerson(tx, "Brett Warden", { passwordHash, emailVerifiedAt: null });
  await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, person.userId));
  const proof = { email: person.email, authenticationHash, deviceIdentifier: randomUUID() };
  return { ...person, proof };
}

async function codeMailedTo(tx: Tx, address: string) {
  const latest = (await mailsTo(tx, address)).findLast((mail) => mail.kind === "account.second_step_code");
  if (latest?.kind !== "account.second_step_code") throw new Error("no code was mailed");
  return latest.code;
}

/** Brett, whose log-in takes a code that is mailed. */
async function brettByMail(tx: Tx) {
  const person = await brett(tx);
  await execute(tx, startMailedCodes, person.actor, {});
  const code = await codeMailedTo(tx, person.email);
  const { recoveryCodes } = await execute(tx, confirmMailedCodes, person.actor, { code });
  return { ...person, recoveryCodes };
}

/** Brett, who has an authenticator app too, and its codes. */
async function brettByMailAndApp(tx: Tx) {
  const person = await brettByMail(tx);
  const { secret } = await execute(tx, startAuthenticator, person.actor, {});
  const codeIn = (seconds: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + seconds * 1000 });
  await execute(tx, mailOwnCode, person.actor, {});
  const secondStep = { code: await codeMailedTo(tx, person.email) };
  await execute(tx, confirmAuthenticator, person.actor, { code: codeIn(-30), secondStep });
  return { ...person, codeIn };
}

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("a first code turns them on and proves the address, and a log-in takes a fresh one, once", async ({
  tx,
}) => {
  const { actor, userId, email, proof, recoveryCodes } = await brettByMail(tx);
  expect(recoveryCodes).toHaveLength(10);
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  expect(user?.emailVerifiedAt).not.toBeNull();
  expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({ isOn: true, isByMailAlone: true });

  await expect(execute(tx, logIn, visitor, proof)).rejects.toMatchObject({
    refusal: "code_needed",
    values: { methods: "mail" },
  });
  await execute(tx, mailLogInCode, visitor, proof);
  const code = await codeMailedTo(tx, email);
  await expectRefused(tx, logIn, visitor, { ...proof, code: another(code) }, "wrong_code");
  await execute(tx, logIn, visitor, { ...proof, code });
  await expectRefused(tx, logIn, visitor, { ...proof, code }, "wrong_code");
});

test("a code works for ten minutes, and a newer one takes its place", async ({ tx }) => {
  vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
  const { email, proof } = await brettByMail(tx);
  await execute(tx, mailLogInCode, visitor, proof);
  const first = await codeMailedTo(tx, email);
  await execute(tx, mailLogInCode, visitor, proof);
  const second = await codeMailedTo(tx, email);
  if (first !== second) await expectRefused(tx, logIn, visitor, { ...proof, code: first }, "wrong_code");
  vi.setSystemTime(Date.now() + 10 * 60_000);
  await expectRefused(tx, logIn, visitor, { ...proof, code: second }, "wrong_code");
});

test("no code is mailed without the password, or where codes by mail are off", async ({ tx }) => {
  const { email, proof } = await brettByMail(tx);
  const before = (await mailsTo(tx, email)).length;
  const wrong = { ...proof, authenticationHash: randomBytes(32).toString("base64") };
  await expectRefused(tx, mailLogInCode, visitor, wrong, "wrong_credentials");
  await tx.update(users).set({ codesByMail: false });
  await expectRefused(tx, mailLogInCode, visitor, proof, "wrong_code");
  expect(await mailsTo(tx, email)).toHaveLength(before);
});

test("codes are counted before they are looked at", async ({ tx }) => {
  const { email, proof } = await brettByMail(tx);
  await execute(tx, mailLogInCode, visitor, proof);
  const code = await codeMailedTo(tx, email);
  for (let tried = 0; tried < 10; tried++)
    await expectRefused(tx, logIn, visitor, { ...proof, code: another(code) }, "wrong_code");
  await expectRefused(tx, logIn, visitor, { ...proof, code }, "too_many_attempts");
});

test("a code for setting up is worth nothing at a log-in", async ({ tx }) => {
  const { actor, email, proof } = await brettByMail(tx);
  await tx.update(users).set({ codesByMail: false });
  await execute(tx, startMailedCodes, actor, {});
  await tx.update(users).set({ codesByMail: true });
  const code = await codeMailedTo(tx, email);
  await expectRefused(tx, logIn, visitor, { ...proof, code }, "wrong_code");
});

test("they are turned off by a code of theirs", async ({ tx }) => {
  const { actor, email } = await brettByMail(tx);
  await execute(tx, mailOwnCode, actor, {});
  const code = await codeMailedTo(tx, email);
  await execute(tx, removeSecondStep, actor, { what: "mail", code });
  expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({ isOn: false, codesLeft: 0 });
});

test.for(["confirmed", "accepted"] as const)(
  "%s people of a provider are refused them",
  async (status, { tx }) => {
    const { brett: staff } = await aProviderWith(tx, { brett: `service_user, ${status}` });
    await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, staff.userId));
    await expectRefused(tx, startMailedCodes, staff.actor, {}, "not_for_staff");
  },
);

test("codes by mail are added beside a passkey or an app with a step of those", async ({ tx }) => {
  const { actor, email, userId, codeIn } = await brettByMailAndApp(tx);
  await tx.update(users).set({ codesByMail: false }).where(eq(users.id, userId));
  await execute(tx, startMailedCodes, actor, {});
  const code = await codeMailedTo(tx, email);
  await expectRefused(tx, confirmMailedCodes, actor, { code }, "code_needed");
  await execute(tx, confirmMailedCodes, actor, { code, secondStep: { code: codeIn(0) } });
  expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({ codesByMail: true });
});

test("a code that was mailed before codes by mail were removed works no more", async ({ tx }) => {
  const { actor, email, proof, codeIn } = await brettByMailAndApp(tx);
  await execute(tx, mailLogInCode, visitor, proof);
  const mailed = await codeMailedTo(tx, email);
  await execute(tx, removeSecondStep, actor, { what: "mail", code: codeIn(0) });
  await expectRefused(tx, logIn, visitor, { ...proof, code: mailed }, "wrong_code");
});

test.for(["confirmed", "accepted"] as const)(
  "%s people of a provider who have an app log in without codes by mail",
  async (status, { tx }) => {
    const { actor, userId, email, proof, codeIn } = await brettByMailAndApp(tx);
    await execute(tx, mailLogInCode, visitor, proof);
    const mailed = await codeMailedTo(tx, email);
    const { providerId } = await aProviderWith(tx, {});
    const key = status === "confirmed" ? { providerKeyForMember: sealedKey() } : {};
    await tx.insert(providerMembers).values({ providerId, userId, role: "service_user", status, ...key });
    await expect(execute(tx, logIn, visitor, proof)).rejects.toMatchObject({
      refusal: "code_needed",
      values: { methods: "authenticator" },
    });
    await expectRefused(tx, logIn, visitor, { ...proof, code: mailed }, "wrong_code");
    await expectRefused(tx, mailLogInCode, visitor, proof, "wrong_code");
    await expect(execute(tx, mailOwnCode, actor, {})).rejects.toThrow();
    await execute(tx, logIn, visitor, { ...proof, code: codeIn(0) });
  },
);
