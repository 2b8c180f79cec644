import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterEach, describe, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { devices } from "@/db/schema/devices";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import { sessions } from "@/db/schema/sessions";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { anonymousActor } from "@/lib/domain/actor";
import { confirmAuthenticator } from "@/lib/operations/account/confirm-authenticator";
import { endOtherSessions } from "@/lib/operations/account/end-other-sessions";
import { endSession } from "@/lib/operations/account/end-session";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { logIn } from "@/lib/operations/account/log-in";
import { recordFailedLogIn } from "@/lib/operations/account/record-failed-log-in";
import { renewRecoveryCodes } from "@/lib/operations/account/renew-recovery-codes";
import { startAuthenticator } from "@/lib/operations/account/start-authenticator";
import { turnOffTwoStep } from "@/lib/operations/account/turn-off-two-step";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import { aMemberOf } from "@/test/organization";
import { aPerson } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";

const visitor = anonymousActor({ type: "firefox_browser", ip: "203.0.113.7" });
const noon = Date.parse("2026-11-26T12:00:00Z");

afterEach(() => {
  vi.useRealTimers();
});

/** The moment of every act from here on. */
const at = (secondsAfterNoon: number) =>
  vi.useFakeTimers({ now: noon + secondsAfterNoon * 1000, toFake: ["Date"] });

const codeOf = (secret: string, secondsAfterNoon: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: noon + secondsAfterNoon * 1000 });

async function brett(tx: Tx) {
  const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
  const person = await aPerson(tx, "Brett Warden", {
    passwordHash: await hashAuthentication(authenticationHash),
  });
  const proof = { email: person.email, authenticationHash, deviceIdentifier: randomUUID() };
  await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, person.userId));
  return { ...person, proof };
}

/** Brett, whose log-in takes a second step since noon. */
async function brettWithApp(tx: Tx) {
  at(0);
  const person = await brett(tx);
  const { secret, address } = await execute(tx, startAuthenticator, person.actor, {});
  const { recoveryCodes: codes } = await execute(tx, confirmAuthenticator, person.actor, {
    code: codeOf(secret, 0),
  });
  const logInWith = (more: object) => execute(tx, logIn, visitor, { ...person.proof, ...more });
  return { ...person, secret, address, codes, logInWith };
}

describe("setting up", () => {
  test("the first code turns it on, and ten recovery codes are answered once", async ({ tx }) => {
    const { actor, email, userId, address, codes, secret } = await brettWithApp(tx);
    expect(address).toContain(`otpauth://totp/Trousseau:${encodeURIComponent(email)}`);
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^([a-z2-7]{4}-){3}[a-z2-7]{4}$/u.test(code))).toBe(true);
    expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({ codesLeft: 10 });
    expect(await queuedMails(tx)).toMatchObject([{ kind: "account.two_step_on" }]);
    // What is kept tells neither the secret nor a code.
    const kept = JSON.stringify([
      await tx.select().from(authenticators).where(eq(authenticators.userId, userId)),
      await tx.select().from(recoveryCodes),
    ]);
    expect(
      [secret, ...codes.map((code) => code.replaceAll("-", ""))].some((text) => kept.includes(text)),
    ).toBe(false);
  });

  test("a wrong code turns nothing on, and an open session alone is not enough", async ({ tx }) => {
    at(0);
    const { actor, proof, userId } = await brett(tx);
    const { secret } = await execute(tx, startAuthenticator, actor, {});
    const code = codeOf(secret, 600);
    await expectRefused(tx, confirmAuthenticator, actor, { code }, "wrong_app_code");
    await execute(tx, logIn, visitor, proof);
    await tx.update(sessions).set({ provenAt: null }).where(eq(sessions.userId, userId));
    await expectRefused(tx, startAuthenticator, actor, {}, "proof_needed");
    for (const command of [turnOffTwoStep, renewRecoveryCodes])
      await expectRefused(tx, command as typeof turnOffTwoStep, actor, { code: "123456" }, "proof_needed");
  });
});

describe("logging in", () => {
  test("the password alone is not enough any more, and the same code works once", async ({ tx }) => {
    const { secret, proof, logInWith } = await brettWithApp(tx);
    at(60);
    await expectRefused(tx, logIn, visitor, proof, "code_needed");
    const code = codeOf(secret, 60);
    await logInWith({ code });
    await expectRefused(tx, logIn, visitor, { ...proof, code }, "wrong_code");
    // Nor does an earlier one, although its time has not quite run out.
    await expectRefused(tx, logIn, visitor, { ...proof, code: codeOf(secret, 30) }, "wrong_code");
  });

  test.for([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ] as const)("a code of %d seconds from now: %s", async ([seconds, isTaken], { tx }) => {
    const { secret, proof, logInWith } = await brettWithApp(tx);
    at(3600);
    const code = codeOf(secret, 3600 + seconds);
    if (isTaken) await logInWith({ code });
    else await expectRefused(tx, logIn, visitor, { ...proof, code }, "wrong_code");
  });

  test("a wrong password is told before a code is looked at", async ({ tx }) => {
    const { secret, proof } = await brettWithApp(tx);
    at(60);
    const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
    const wrong = { ...proof, authenticationHash, code: codeOf(secret, 60) };
    await expectRefused(tx, logIn, visitor, wrong, "wrong_credentials");
  });

  test("codes are counted, right or wrong, and by nobody who lacks the password", async ({ tx }) => {
    const { secret, proof, logInWith } = await brettWithApp(tx);
    at(60);
    const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
    for (let attempt = 0; attempt < 12; attempt++)
      await expectRefused(
        tx,
        logIn,
        visitor,
        { ...proof, authenticationHash, code: "000000" },
        "wrong_credentials",
      );
    const wrong = String((Number(codeOf(secret, 60)) + 1) % 1_000_000).padStart(6, "0");
    for (let attempt = 0; attempt < 10; attempt++)
      await expectRefused(tx, logIn, visitor, { ...proof, code: wrong }, "wrong_code");
    await expectRefused(tx, logIn, visitor, { ...proof, code: codeOf(secret, 60) }, "too_many_attempts");
    at(60 + 901);
    await logInWith({ code: codeOf(secret, 961) });
  });

  test("a recovery code takes the place of a code, once, and its holder is told", async ({ tx }) => {
    const { actor, proof, codes, logInWith } = await brettWithApp(tx);
    const [code = ""] = codes;
    await logInWith({ code: ` ${code.toUpperCase()} ` });
    await expectRefused(tx, logIn, visitor, { ...proof, code }, "wrong_code");
    expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({ codesLeft: 9 });
    expect((await queuedMails(tx)).at(-1)).toMatchObject({ kind: "account.recovery_code_used" });

    const { recoveryCodes: fresh } = await execute(tx, renewRecoveryCodes, actor, { code: codes[2] ?? "" });
    await expectRefused(tx, logIn, visitor, { ...proof, code: codes[1] ?? "" }, "wrong_code");
    await logInWith({ code: fresh[0] });
  });
});

test("whoever knows the password alone keeps nobody out: a known device and recovery codes are counted apart", async ({
  tx,
}) => {
  const { secret, proof, codes, logInWith } = await brettWithApp(tx);
  at(60);
  await logInWith({ code: codeOf(secret, 60) });
  // Nine are left of a device that is not known: the first log-in here was of one.
  const stranger = { ...proof, deviceIdentifier: randomUUID() };
  for (let attempt = 0; attempt < 9; attempt++)
    await expectRefused(tx, logIn, visitor, { ...stranger, code: "000000" }, "wrong_code");
  await expectRefused(tx, logIn, visitor, { ...stranger, code: codeOf(secret, 90) }, "too_many_attempts");
  await logInWith({ code: codeOf(secret, 90) });
  await execute(tx, logIn, visitor, { ...stranger, code: codes[0] ?? "" });
});

test("a device gets forty codes a day", async ({ tx }) => {
  const { proof } = await brettWithApp(tx);
  for (let attempt = 0; attempt < 40; attempt++) {
    at(60 + attempt * 901);
    await expectRefused(tx, logIn, visitor, { ...proof, code: "000000" }, "wrong_code");
  }
  at(60 + 40 * 901);
  await expectRefused(tx, logIn, visitor, { ...proof, code: "000000" }, "too_many_attempts");
});

test("a wrong code is told to the account's holder, once a day, and stands in the log", async ({ tx }) => {
  const { email } = await brettWithApp(tx);
  for (let attempt = 0; attempt < 3; attempt++)
    await execute(tx, recordFailedLogIn, visitor, { email, step: "code" });
  const told = (await queuedMails(tx)).filter(({ kind }) => kind === "account.second_step_failed");
  expect(told).toHaveLength(1);
  expect(await tx.$count(events, eq(events.type, "user.failed_second_step"))).toBe(3);
});

describe("a browser that is remembered", () => {
  test("is asked again once its session, or every other one, was ended elsewhere", async ({ tx }) => {
    const { actor, secret, proof, logInWith } = await brettWithApp(tx);
    at(60);
    const first = await logInWith({ code: codeOf(secret, 60), remember: true });
    await execute(tx, endSession, actor, { sessionId: first.sessionId });
    const { rememberToken } = first;
    await expectRefused(tx, logIn, visitor, { ...proof, rememberToken }, "code_needed");
    at(120);
    const second = await logInWith({ code: codeOf(secret, 120), remember: true });
    await execute(tx, endOtherSessions, actor, {});
    await expectRefused(tx, logIn, visitor, { ...proof, rememberToken: second.rememberToken }, "code_needed");
  });

  test("takes no code for thirty days, with its token and as itself only", async ({ tx }) => {
    const { secret, proof, logInWith } = await brettWithApp(tx);
    at(60);
    const { rememberToken } = await logInWith({ code: codeOf(secret, 60), remember: true });
    await logInWith({ rememberToken });
    for (const other of [{ rememberToken: "x" }, { deviceIdentifier: randomUUID(), rememberToken }])
      await expectRefused(tx, logIn, visitor, { ...proof, ...other }, "code_needed");
    at(60 + 31 * 24 * 3600);
    await expectRefused(tx, logIn, visitor, { ...proof, rememberToken }, "code_needed");
  });

  test("is none of another account's, nor is it any more once two-step login was turned off", async ({
    tx,
  }) => {
    const { actor, secret, logInWith } = await brettWithApp(tx);
    at(60);
    await logInWith({ code: codeOf(secret, 60), remember: true });
    // The master password alone does not turn it off: that takes a code too.
    await expectRefused(tx, turnOffTwoStep, actor, { code: codeOf(secret, 60) }, "wrong_code");
    await execute(tx, turnOffTwoStep, actor, { code: codeOf(secret, 90) });
    expect(await tx.select({ hash: devices.rememberHash }).from(devices)).toEqual(
      expect.arrayContaining([{ hash: null }]),
    );
    await logInWith({});
    expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({ isOn: false, codesLeft: 0 });
    expect((await queuedMails(tx)).at(-1)).toMatchObject({ kind: "account.two_step_off" });
  });

  test.for(["enabled", "suspended"] as const)(
    "revokes them where it is required (%s), is logged there, and leaves them their other places",
    async (state, { tx }) => {
      const person = await brettWithApp(tx);
      const { organizationId } = await anEnterprise(tx);
      const { organizationId: free } = await anEnterprise(tx, { name: "Nickel" });
      const { organizationId: owned } = await anEnterprise(tx, { name: "Zinc" });
      await tx.update(organizations).set({ state }).where(eq(organizations.id, organizationId));
      await aPolicy(tx, organizationId, "two_step_login");
      await aPolicy(tx, owned, "two_step_login");
      const bound = await aMemberOf(tx, organizationId, person);
      const others = [
        await aMemberOf(tx, free, person),
        await aMemberOf(tx, owned, person, { role: "owner" }),
      ];
      at(60);
      await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, person.userId));
      await execute(tx, turnOffTwoStep, person.actor, { code: codeOf(person.secret, 60) });
      const places = await tx
        .select({
          id: organizationMembers.id,
          status: organizationMembers.status,
          reason: organizationMembers.revocationReason,
        })
        .from(organizationMembers);
      expect(places).toEqual(
        expect.arrayContaining([
          { id: bound, status: "revoked", reason: "two_factor_policy" },
          ...others.map((id) => ({ id, status: "confirmed", reason: null })),
        ]),
      );
      const log = await tx
        .select({ type: events.type, organizationId: events.organizationId })
        .from(events)
        .orderBy(events.sequence);
      expect(log.filter(({ type }) => type.startsWith("organization_member."))).toEqual([
        { type: "organization_member.revoked_for_two_step", organizationId },
      ]);
      expect((await queuedMails(tx)).map(({ kind }) => kind)).toContain("organization.revoked");
    },
  );
});
