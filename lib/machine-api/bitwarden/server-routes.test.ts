import { expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { execute } from "@/lib/operations/command";
import { test } from "@/test/database";
import { aPersonWithForm, askToken, base, bearerOf, call, send } from "@/test/machine";

const door = vi.hoisted(() => ({ tx: undefined as unknown }));
vi.mock("@/db/index", () => ({ database: () => door.tx }));

async function brett(tx: Tx) {
  door.tx = tx;
  return aPersonWithForm(tx);
}

test("config says where everything is, to everybody, with or without a token", async () => {
  const { status, body } = await call("/api/config");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    version: "2026.6.0",
    server: { name: "Trousseau", url: base },
    environment: { vault: base, api: `${base}/api`, identity: `${base}/identity` },
    featureStates: { "cipher-key-encryption": true },
    object: "config",
  });
  expect((await call("/api/config", { headers: { authorization: "Bearer expired" } })).status).toBe(200);
});

test("alive and now tell the time, and version the version", async () => {
  for (const path of ["/api/alive", "/api/now"])
    expect(Math.abs(Number(new Date(JSON.parse((await call(path)).text))) - Date.now())).toBeLessThan(10_000);
  expect((await call("/api/version")).text).toBe('"2026.6.0"');
});

test("prelogin answers both shapes at both addresses, and alike for an address that nobody has", async ({
  tx,
}) => {
  const { email } = await brett(tx);
  for (const path of ["/identity/accounts/prelogin", "/identity/accounts/prelogin/password"]) {
    const { status, body } = await send(path, { email: ` ${email.toUpperCase()}` });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ kdf: 1, kdfIterations: 6, kdfMemory: 32, kdfParallelism: 4 },
      kdfSettings: { kdfType: 1, iterations: 6, memory: 32, parallelism: 4 },
      salt: email,
    });
    const unknown = await send(path, { email: "nobody@provider.example" });
    expect(unknown.body).toEqual({ ...body, salt: "nobody@provider.example" });
  }
});

test("the memory of PBKDF2 is null", async ({ tx }) => {
  door.tx = tx;
  const kdf = {
    kdfType: "pbkdf2_sha256",
    kdfIterations: 600_000,
    kdfMemory: null,
    kdfParallelism: null,
  } as const;
  const { email } = await aPersonWithForm(tx, kdf);
  expect((await send("/identity/accounts/prelogin", { email })).body).toMatchObject({
    ...{ kdf: 0, kdfIterations: 600_000, kdfMemory: null, kdfParallelism: null },
  });
});

test("the date of the last change is a bare number, and moves with a change", async ({ tx }) => {
  const { form, actor } = await brett(tx);
  const headers = await bearerOf(form);
  const ask = async () => JSON.parse((await call("/api/accounts/revision-date", { headers })).text);
  const before = await ask();
  expect(before).toBeTypeOf("number");
  await execute(tx, updateProfile, actor, { name: "Another Name", locale: "fr" });
  expect(await ask()).toBeGreaterThan(before);
});

test("a device is known once somebody has logged in from it", async ({ tx }) => {
  const { form, email } = await brett(tx);
  const headers = {
    "x-request-email": Buffer.from(email).toString("base64url"),
    "x-device-identifier": form.deviceIdentifier,
  };
  expect((await call("/api/devices/knowndevice", { headers })).text).toBe("false");
  await askToken(form);
  expect((await call("/api/devices/knowndevice", { headers })).text).toBe("true");
  expect((await call("/api/devices/knowndevice")).status).toBe(400);
});
