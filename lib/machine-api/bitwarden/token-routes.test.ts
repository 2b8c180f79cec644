import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { Secret, TOTP } from "otpauth";
import { expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { devices } from "@/db/schema/devices";
import { events } from "@/db/schema/events";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { placeOfSecret } from "@/lib/operations/account/internal/second-step-methods";
import { makeTotpSecret } from "@/lib/operations/account/internal/totp";
import { sealAtRest } from "@/lib/secrets-at-rest";
import { test } from "@/test/database";
import { aPersonWithForm, askToken, call, send } from "@/test/machine";
import { queuedMails } from "@/test/mails";

const door = vi.hoisted(() => ({ tx: undefined as unknown }));
vi.mock("@/db/index", () => ({ database: () => door.tx }));

async function brett(tx: Tx, more: Partial<typeof users.$inferInsert> = {}) {
  door.tx = tx;
  return aPersonWithForm(tx, more);
}

const refresh = (refreshToken: unknown) =>
  askToken({ grant_type: "refresh_token", client_id: "cli", refresh_token: `${refreshToken}` });

const revisionDate = (accessToken: unknown) =>
  call("/api/accounts/revision-date", { headers: { authorization: `Bearer ${accessToken}` } });

const withoutStep = { twoFactorToken: "", twoFactorProvider: "", twoFactorRemember: "" };

async function withAuthenticator(tx: Tx, userId: (typeof users.$inferSelect)["id"]) {
  const secret = makeTotpSecret();
  const sealedSecret = sealAtRest(secret, placeOfSecret(userId));
  await tx.insert(authenticators).values({ userId, sealedSecret, confirmedAt: new Date() });
  return () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
}

test("an app that proves the master password gets its tokens and its sealed keys", async ({ tx }) => {
  const { form, userId, email, publicKey } = await brett(tx);
  const { status, body, headers } = await askToken(form);
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("no-store");
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  expect(body).toEqual({
    access_token: expect.any(String),
    expires_in: 3600,
    token_type: "Bearer",
    refresh_token: expect.any(String),
    scope: "api offline_access",
    Key: user?.userKeyForAccount,
    PrivateKey: user?.privateKeyForAccount,
    AccountKeys: {
      publicKeyEncryptionKeyPair: {
        wrappedPrivateKey: user?.privateKeyForAccount,
        publicKey,
        signedPublicKey: null,
        object: "publicKeyEncryptionKeyPair",
      },
      signatureKeyPair: null,
      securityState: null,
      object: "privateKeys",
    },
    Kdf: 1,
    KdfIterations: 6,
    KdfMemory: 32,
    KdfParallelism: 4,
    ForcePasswordReset: false,
    ResetMasterPassword: false,
    ApiUseKeyConnector: false,
    MasterPasswordPolicy: {
      ...{ MinComplexity: null, MinLength: null, RequireUpper: null, RequireLower: null },
      ...{ RequireNumbers: null, RequireSpecial: null, EnforceOnLogin: null, Object: "masterPasswordPolicy" },
    },
    UserDecryptionOptions: {
      HasMasterPassword: true,
      MasterPasswordUnlock: {
        Kdf: { KdfType: 1, Iterations: 6, Memory: 32, Parallelism: 4 },
        MasterKeyEncryptedUserKey: user?.userKeyForAccount,
        MasterKeyWrappedUserKey: user?.userKeyForAccount,
        Salt: email,
      },
      Object: "userDecryptionOptions",
    },
  });
  expect(decodeJwt(`${body.access_token}`)).toMatchObject({
    ...{ sub: userId, email, name: "Brett Warden", email_verified: true, premium: true, client_id: "cli" },
    ...{ device: form.deviceIdentifier, devicetype: "25", scope: ["api", "offline_access"] },
  });
  const [device] = await tx.select().from(devices).where(eq(devices.identifier, form.deviceIdentifier));
  expect(device?.type).toBe("linux_cli");
  expect((await revisionDate(body.access_token)).status).toBe(200);
});

test("names of fields are taken in any case, and the kind of a device as a word", async ({ tx }) => {
  const { form } = await brett(tx);
  const { deviceType: _, deviceIdentifier, ...rest } = form;
  const spelled = { ...rest, DeviceType: "iOS", DEVICEIDENTIFIER: deviceIdentifier.toUpperCase() };
  expect((await askToken(spelled)).status).toBe(200);
  const [device] = await tx.select().from(devices).where(eq(devices.identifier, deviceIdentifier));
  expect(device?.type).toBe("ios");
});

test("a wrong password, an unknown address and what is neither answer the same bytes", async ({ tx }) => {
  const { form, userId } = await brett(tx);
  const wrong = { ...form, password: randomBytes(32).toString("base64") };
  const answer = await askToken(wrong);
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    error: "invalid_grant",
    error_description: "invalid_username_or_password",
    ErrorModel: {
      Message: "Username or password is incorrect. Try again.",
      ValidationErrors: null,
      Object: "error",
    },
  });
  expect(await askToken({ ...wrong, username: "nobody@provider.example" })).toMatchObject({
    ...answer,
    headers: {},
  });
  expect((await askToken({ ...form, username: "nobody" })).body).toEqual(answer.body);
  expect((await askToken({ ...form, password: "x" })).body).toEqual(answer.body);
  const logged = await tx.select({ type: events.type }).from(events).where(eq(events.userId, userId));
  expect(logged).toEqual([{ type: "user.failed_log_in" }]);
});

test("too many wrong passwords are refused with when to come again, in the language that is asked for", async ({
  tx,
}) => {
  const { form } = await brett(tx);
  const wrong = { ...form, password: randomBytes(32).toString("base64") };
  for (let tried = 0; tried < 20; tried++) await askToken(wrong);
  const { status, headers, body } = await askToken(wrong, { "accept-language": "fr-CH,fr;q=0.9" });
  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(60);
  expect(body.ErrorModel).toMatchObject({ Message: expect.stringContaining("tentatives") });
});

test("a second step is asked for, a wrong code refused, and a device remembered", async ({ tx }) => {
  const { form, userId, email } = await brett(tx);
  const code = await withAuthenticator(tx, userId);
  const challenge = {
    error: "invalid_grant",
    error_description: "Two factor required.",
    TwoFactorProviders: ["0"],
    TwoFactorProviders2: { "0": null },
    Email: email,
    MasterPasswordPolicy: { Object: "masterPasswordPolicy" },
  };
  expect(await askToken(form)).toMatchObject({ status: 400, body: challenge });
  expect((await askToken({ ...form, ...withoutStep })).body).toEqual(challenge);

  const step = { ...form, twoFactorProvider: "0", twoFactorRemember: "1" };
  for (const twoFactorToken of ["000000", "not a code"])
    expect(await askToken({ ...step, twoFactorToken })).toMatchObject({
      status: 400,
      body: { error: "invalid_grant", error_description: "wrong_code", ErrorModel: { Object: "error" } },
    });
  const { body } = await askToken({ ...step, twoFactorToken: code() });
  const remembered = { ...form, twoFactorProvider: "5", twoFactorToken: `${body.TwoFactorToken}` };
  expect((await askToken(remembered)).status).toBe(200);
  expect((await askToken({ ...remembered, twoFactorToken: "x".repeat(43) })).body).toEqual(challenge);
});

test("a code comes by mail: before 2025.5 by itself, from then on when an app asks", async ({ tx }) => {
  const { form } = await brett(tx, { codesByMail: true });
  const at = (version: string) => ({ "bitwarden-client-version": version });
  const { body } = await askToken(form, at("2026.6.0"));
  expect(body.TwoFactorProviders2).toEqual({ "1": { Email: "br**********@pr******.example" } });
  expect(await queuedMails(tx)).toHaveLength(0);
  await askToken(form, at("2025.4.0"));
  expect(await queuedMails(tx)).toHaveLength(1);

  const asked = {
    email: form.username,
    masterPasswordHash: form.password,
    deviceIdentifier: form.deviceIdentifier,
  };
  const sent = await send("/api/two-factor/send-email-login", asked);
  expect(sent).toMatchObject({ status: 200, body: null });
  expect(await queuedMails(tx)).toHaveLength(2);
});

test("a refresh token gives the next one, and is taken again until that one has been used", async ({
  tx,
}) => {
  const { form } = await brett(tx);
  const { body: first } = await askToken(form);
  const next = await refresh(first.refresh_token);
  expect(next.status).toBe(200);
  expect(next.body).toEqual({
    access_token: expect.any(String),
    expires_in: 3600,
    token_type: "Bearer",
    refresh_token: expect.any(String),
    scope: "api offline_access",
  });
  expect(next.body.refresh_token).not.toBe(first.refresh_token);
  expect((await refresh(first.refresh_token)).body.refresh_token).toBe(next.body.refresh_token);
  expect((await refresh(next.body.refresh_token)).status).toBe(200);
  const [session] = await tx
    .select()
    .from(sessions)
    .where(eq(sessions.id, `${first.refresh_token}`.slice(0, 36) as never));
  expect(session?.refreshHash).toMatch(/^[\w+/]{43}=$/);
  expect(JSON.stringify(session)).not.toContain(`${next.body.refresh_token}`.slice(37));
});

test("an older refresh token ends the session: the access token and the newest refresh token with it", async ({
  tx,
}) => {
  const { form } = await brett(tx);
  const { body: first } = await askToken(form);
  const { body: second } = await refresh(first.refresh_token);
  const { body: third } = await refresh(second.refresh_token);
  const refused = await refresh(first.refresh_token);
  expect(refused).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  expect((await refresh(third.refresh_token)).body.error).toBe("invalid_grant");
  expect((await revisionDate(third.access_token)).status).toBe(401);
});

test("a session that ended, and one of a browser, give no token", async ({ tx }) => {
  const { form, userId, actor } = await brett(tx);
  const { body } = await askToken(form);
  await tx.update(sessions).set({ endedAt: new Date() }).where(eq(sessions.userId, userId));
  expect((await refresh(body.refresh_token)).status).toBe(400);
  expect((await revisionDate(body.access_token)).status).toBe(401);
  expect((await refresh(`${actor.sessionId}.${"A".repeat(43)}`)).status).toBe(400);
  expect((await refresh("nothing")).status).toBe(400);
});

test("a body of another kind, a field that comes twice and another grant are refused as requests", async ({
  tx,
}) => {
  const { form } = await brett(tx);
  const answers = await Promise.all([
    send("/identity/connect/token", form),
    askToken({ ...form, Grant_Type: "password" }),
    askToken({ ...form, grant_type: "client_credentials" }),
    askToken({ ...form, deviceIdentifier: "x" }),
  ]);
  for (const answer of answers)
    expect(answer).toMatchObject({
      status: 400,
      body: { error: "invalid_request", error_description: "malformed_body" },
    });
});
