import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { passkeys } from "@/db/schema/passkeys";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { passkeysAtMost } from "@/lib/domain/account/passkey";
import { addPasskey } from "@/lib/operations/account/add-passkey";
import { confirmAuthenticator } from "@/lib/operations/account/confirm-authenticator";
import { startAuthenticator } from "@/lib/operations/account/start-authenticator";
import { startMailedCodes } from "@/lib/operations/account/start-mailed-codes";
import { startPasskey } from "@/lib/operations/account/start-passkey";
import { execute } from "@/lib/operations/command";
import { anAuthenticator } from "@/test/authenticator";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { queuedMails } from "@/test/mails";
import { aPerson } from "@/test/people";

const here = { origin: "https://keys.provider.example", rpId: "keys.provider.example" };
vi.mock("@/lib/env", async (load) => {
  const original = await load<typeof import("@/lib/env")>();
  return { ...original, environment: () => ({ ...original.environment(), appUrl: here.origin }) };
});

/** Brett, who has just proven his master password. */
async function brett(tx: Tx) {
  const person = await aPerson(tx, "Brett Warden");
  await tx.update(sessions).set({ provenAt: new Date() }).where(eq(sessions.userId, person.userId));
  return person;
}

test("a method of the second step that is on is not begun anew over the one that works", async ({ tx }) => {
  const { actor, userId } = await brett(tx);
  const confirmed = { userId, sealedSecret: "kept", confirmedAt: new Date() };
  await tx.insert(authenticators).values(confirmed);
  await tx.update(users).set({ codesByMail: true }).where(eq(users.id, userId));
  await expectRefused(tx, startAuthenticator, actor, {}, "two_step_is_on");
  await expectRefused(tx, confirmAuthenticator, actor, { code: "123456" }, "two_step_is_on");
  await expectRefused(tx, startMailedCodes, actor, {}, "two_step_is_on");
  expect(await tx.select().from(authenticators)).toMatchObject([{ sealedSecret: "kept" }]);
  expect(await queuedMails(tx)).toEqual([]);
});

test("an account has ten passkeys at most, whenever the last one was begun", async ({ tx }) => {
  const { actor, userId } = await brett(tx);
  const making = async () => ({
    name: "Phone",
    registration: anAuthenticator(here).make(await execute(tx, startPasskey, actor, {})),
    evaluates: false,
  });
  const { recoveryCodes } = await execute(tx, addPasskey, actor, await making());
  const begun = { ...(await making()), secondStep: { code: recoveryCodes[0] ?? "" } };
  const others = Array.from({ length: passkeysAtMost - 1 }, () => ({
    ...{ userId, name: "Key", publicKey: "-", transports: [] },
    credentialId: randomUUID(),
  }));
  await tx.insert(passkeys).values(others);
  await expectRefused(tx, addPasskey, actor, begun, "too_many_passkeys");
  await expectRefused(tx, startPasskey, actor, {}, "too_many_passkeys");
  expect(await tx.$count(passkeys)).toBe(passkeysAtMost);
});
