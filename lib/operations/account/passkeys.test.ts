import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterEach, describe, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { passkeys } from "@/db/schema/passkeys";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import { sessions } from "@/db/schema/sessions";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { anonymousActor } from "@/lib/domain/actor";
import { addPasskey } from "@/lib/operations/account/add-passkey";
import { askPasskey } from "@/lib/operations/account/ask-passkey";
import { confirmAuthenticator } from "@/lib/operations/account/confirm-authenticator";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { letPasskeyUnlock } from "@/lib/operations/account/let-passkey-unlock";
import { logIn } from "@/lib/operations/account/log-in";
import { removeSecondStep } from "@/lib/operations/account/remove-second-step";
import { startAuthenticator } from "@/lib/operations/account/start-authenticator";
import { startPasskey } from "@/lib/operations/account/start-passkey";
import { unlockWithPasskey } from "@/lib/operations/account/unlock-with-passkey";
import { execute } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import { ask } from "@/lib/operations/query";
import { anAuthenticator } from "@/test/authenticator";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import { aPerson, sealedText } from "@/test/people";

const place = vi.hoisted(() => ({ appUrl: "https://keys.provider.example" }));
vi.mock("@/lib/env", async (load) => {
  const original = await load<typeof import("@/lib/env")>();
  return { ...original, environment: () => ({ ...original.environment(), ...place }) };
});

afterEach(() => {
  place.appUrl = "https://keys.provider.example";
  vi.useRealTimers();
});

const here = { origin: "https://keys.provider.example", rpId: "keys.provider.example" };
const visitor = anonymousActor({ type: "firefox_browser", ip: "203.0.113.7" });

async function brett(tx: Tx, name = "Brett Warden") {
  const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
  const passwordHash = await hashAuthentication(authenticationHash);
  const person = await aPerson(tx, name, { passwordHash });
  await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, person.userId));
  const proof = { email: person.email, authenticationHash, deviceIdentifier: randomUUID() };
  return { ...person, proof };
}

/** Brett with a passkey, and how he logs in with it. */
async function brettWithPasskey(tx: Tx, name?: string) {
  const person = await brett(tx, name);
  const device = anAuthenticator(here);
  const asked = await execute(tx, startPasskey, person.actor, {});
  const added = await execute(tx, addPasskey, person.actor, {
    name: "Phone",
    registration: device.make(asked),
    evaluates: true,
  });
  /** What the log-in asks to be signed. */
  const challenged = async (deviceIdentifier = person.proof.deviceIdentifier) => {
    const refused: unknown = await execute(tx, logIn, visitor, { ...person.proof, deviceIdentifier }).catch(
      (error: unknown) => error,
    );
    if (!(refused instanceof Refused)) throw new Error("a log-in with a passkey asks for it");
    expect(refused.refusal).toBe("code_needed");
    return JSON.parse(String(refused.values?.passkey)) as { challenge: string };
  };
  return { ...person, ...added, device, asked, challenged };
}

describe("adding", () => {
  test("the first passkey turns two-step login on, and recovery codes are answered once", async ({ tx }) => {
    const { actor, device, recoveryCodes: codes } = await brettWithPasskey(tx);
    expect(codes).toHaveLength(10);
    expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({
      isOn: true,
      passkeys: [{ name: "Phone", unlocks: false, evaluates: true, lastUsedAt: null }],
      codesLeft: 10,
    });
    expect(await queuedMails(tx)).toMatchObject([{ kind: "account.two_step_on" }]);
    const another = {
      name: "Security key",
      registration: anAuthenticator(here).make(await execute(tx, startPasskey, actor, {})),
      evaluates: false,
    };
    // Whoever has the session and the password alone could remove the first with it.
    await expectRefused(tx, addPasskey, actor, another, "code_needed");
    const wrong = { ...another, secondStep: { code: "000000" } };
    await expectRefused(tx, addPasskey, actor, wrong, "wrong_code");
    const secondStep = { passkey: device.sign(await ask(tx, askPasskey, actor, { purpose: "prove" })) };
    const second = await execute(tx, addPasskey, actor, { ...another, secondStep });
    expect(second.recoveryCodes).toEqual([]);
    expect(await tx.$count(passkeys)).toBe(2);
  });

  test("a challenge works once, in its own session, for five minutes, and for nothing else", async ({
    tx,
  }) => {
    const { actor, asked, device, recoveryCodes: codes } = await brettWithPasskey(tx);
    // A refusal takes back what it took, so the same recovery code is shown each time.
    const given = { name: "Again", evaluates: false, secondStep: { code: codes[0] ?? "" } };
    const registration = anAuthenticator(here).make(asked);
    await expectRefused(tx, addPasskey, actor, { ...given, registration }, "wrong_passkey");

    const betty = await brett(tx, "Betty Warden");
    const hers = await execute(tx, startPasskey, betty.actor, {});
    const stolen = { ...given, registration: anAuthenticator(here).make(hers) };
    await expectRefused(tx, addPasskey, actor, stolen, "wrong_passkey");
    const toUnlock = await ask(tx, askPasskey, actor, { purpose: "prove" });
    const other = { ...given, registration: anAuthenticator(here).make(toUnlock) };
    await expectRefused(tx, addPasskey, actor, other, "wrong_passkey");
    expect(device.id).toBeTruthy();

    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    const late = {
      ...given,
      registration: anAuthenticator(here).make(await execute(tx, startPasskey, actor, {})),
    };
    vi.setSystemTime(Date.now() + 5 * 60_000);
    await expectRefused(tx, addPasskey, actor, late, "wrong_passkey");
  });

  test.for([{ origin: "https://evil.example" }, { rpId: "evil.example" }])(
    "a passkey that was made at another address is not taken: %o",
    async (where, { tx }) => {
      const { actor } = await brett(tx);
      const asked = await execute(tx, startPasskey, actor, {});
      const registration = anAuthenticator(here).make(asked, where);
      const input = { name: "Phone", registration, evaluates: false };
      await expectRefused(tx, addPasskey, actor, input, "wrong_passkey");
    },
  );

  test("it asks for a recent proof of the master password, and for a server with a name", async ({ tx }) => {
    const { userId, actor } = await brett(tx);
    place.appUrl = "http://127.0.0.1:3000";
    await expectRefused(tx, startPasskey, actor, {}, "passkeys_need_a_name");
    await tx.update(sessions).set({ provenAt: null }).where(eq(sessions.userId, userId));
    await expectRefused(tx, startPasskey, actor, {}, "proof_needed");
  });
});

test("an authenticator app is added beside a passkey with the passkey", async ({ tx }) => {
  const { actor, device } = await brettWithPasskey(tx);
  const { secret } = await execute(tx, startAuthenticator, actor, {});
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await expectRefused(tx, confirmAuthenticator, actor, { code }, "code_needed");
  // The code of the new app itself proves nothing.
  await expectRefused(tx, confirmAuthenticator, actor, { code, secondStep: { code } }, "wrong_code");
  const secondStep = { passkey: device.sign(await ask(tx, askPasskey, actor, { purpose: "prove" })) };
  await execute(tx, confirmAuthenticator, actor, { code, secondStep });
  expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({ methods: ["passkey", "authenticator"] });
});

describe("logging in", () => {
  test("a passkey takes the place of a code, once for each challenge", async ({ tx }) => {
    const { proof, device, challenged } = await brettWithPasskey(tx);
    const passkey = device.sign(await challenged());
    await execute(tx, logIn, visitor, { ...proof, passkey });
    const [row] = await tx.select().from(passkeys);
    expect(row).toMatchObject({ counter: 1 });
    expect(row?.lastUsedAt).not.toBeNull();
    await expectRefused(tx, logIn, visitor, { ...proof, passkey }, "wrong_passkey");
  });

  test("a signature for another browser, another purpose or by another passkey is worth nothing", async ({
    tx,
  }) => {
    const { actor, proof, device, challenged } = await brettWithPasskey(tx);
    const elsewhere = device.sign(await challenged(randomUUID()));
    await expectRefused(tx, logIn, visitor, { ...proof, passkey: elsewhere }, "wrong_passkey");
    const proving = device.sign(await ask(tx, askPasskey, actor, { purpose: "prove" }));
    await expectRefused(tx, logIn, visitor, { ...proof, passkey: proving }, "wrong_passkey");
    const foreign = anAuthenticator(here).sign(await challenged());
    await expectRefused(tx, logIn, visitor, { ...proof, passkey: foreign }, "wrong_passkey");
    const betty = await brettWithPasskey(tx, "Betty Warden");
    const hers = betty.device.sign(await challenged());
    await expectRefused(tx, logIn, visitor, { ...proof, passkey: hers }, "wrong_passkey");
  });

  test("a passkey whose count does not grow was copied", async ({ tx }) => {
    const { proof, device, challenged } = await brettWithPasskey(tx);
    device.count(7);
    await execute(tx, logIn, visitor, { ...proof, passkey: device.sign(await challenged()) });
    device.count(7);
    const copied = device.sign(await challenged());
    await expectRefused(tx, logIn, visitor, { ...proof, passkey: copied }, "wrong_passkey");
  });

  test("without the password nobody learns of passkeys", async ({ tx }) => {
    const { proof } = await brettWithPasskey(tx);
    const wrong = { ...proof, authenticationHash: randomBytes(32).toString("base64") };
    const refused = await execute(tx, logIn, visitor, wrong).catch((error: Refused) => error);
    expect(refused).toMatchObject({ refusal: "wrong_credentials" });
    expect(JSON.stringify(refused)).not.toContain("challenge");
  });
});

describe("unlocking", () => {
  const userKeyForPasskey = sealedText(11);

  async function brettWhoUnlocks(tx: Tx) {
    const person = await brettWithPasskey(tx);
    const toSign = await ask(tx, askPasskey, person.actor, {
      purpose: "unlock",
      passkeyId: person.passkeyId,
    });
    const signature = person.device.sign(toSign);
    await execute(tx, letPasskeyUnlock, person.actor, { signature, userKeyForPasskey });
    return person;
  }

  test("what was sealed for a passkey is answered to its signature alone", async ({ tx }) => {
    const { actor, userId, device } = await brettWhoUnlocks(tx);
    expect(await ask(tx, getMyKeys, actor, {})).toMatchObject({ unlocksByPasskey: true });
    expect(JSON.stringify(await ask(tx, getMyKeys, actor, {}))).not.toContain(userKeyForPasskey);
    const toSign = await ask(tx, askPasskey, actor, { purpose: "unlock" });
    const signature = device.sign(toSign);
    const opened = await execute(tx, unlockWithPasskey, actor, { signature });
    expect(opened).toMatchObject({ userId, credentialId: device.id, userKeyForPasskey });
    await expectRefused(tx, unlockWithPasskey, actor, { signature }, "wrong_passkey");
  });

  test("a signature without its person verified unlocks nothing", async ({ tx }) => {
    const { actor, device } = await brettWhoUnlocks(tx);
    const toSign = await ask(tx, askPasskey, actor, { purpose: "unlock" });
    const signature = device.sign(toSign, { verified: false });
    await expectRefused(tx, unlockWithPasskey, actor, { signature }, "wrong_passkey");
  });

  test("a passkey that was not let unlock is not asked for it", async ({ tx }) => {
    const { actor } = await brettWithPasskey(tx);
    await expect(ask(tx, askPasskey, actor, { purpose: "unlock" })).rejects.toThrow();
    expect(await ask(tx, getMyKeys, actor, {})).toMatchObject({ unlocksByPasskey: false });
  });

  test("what an authenticator has evaluated is dropped, were it left in", async ({ tx }) => {
    const { actor, device } = await brettWhoUnlocks(tx);
    const toSign = await ask(tx, askPasskey, actor, { purpose: "unlock" });
    const leaked = {
      ...device.sign(toSign),
      clientExtensionResults: { prf: { results: { first: "secret" } } },
    };
    const { signature } = unlockWithPasskey.input.parse({ signature: leaked });
    expect(JSON.stringify(signature)).not.toContain("secret");
  });
});

describe("removing", () => {
  test("takes a second step, and with the last passkey the recovery codes go", async ({ tx }) => {
    const { actor, userId, passkeyId, device } = await brettWithPasskey(tx);
    await expectRefused(tx, removeSecondStep, actor, { what: passkeyId }, "wrong_code");
    const passkey = device.sign(await ask(tx, askPasskey, actor, { purpose: "prove" }));
    await execute(tx, removeSecondStep, actor, { what: passkeyId, passkey });
    expect(await tx.$count(passkeys)).toBe(0);
    expect(await tx.$count(recoveryCodes, eq(recoveryCodes.userId, userId))).toBe(0);
    expect(await ask(tx, getTwoStep, actor, {})).toMatchObject({ isOn: false });
  });

  test("nobody removes somebody else's", async ({ tx }) => {
    const { actor, recoveryCodes: codes } = await brettWithPasskey(tx);
    const betty = await brettWithPasskey(tx, "Betty Warden");
    const hers = { what: betty.passkeyId, code: codes[0] ?? "" };
    await expectRefused(tx, removeSecondStep, actor, hers, "not_found");
    expect(await tx.$count(passkeys)).toBe(2);
  });
});
