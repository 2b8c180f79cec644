import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { environment } from "@/lib/env";
import { addPasskey } from "@/lib/operations/account/add-passkey";
import { askPasskey } from "@/lib/operations/account/ask-passkey";
import { confirmMailedCodes } from "@/lib/operations/account/confirm-mailed-codes";
import { issueMailedCode } from "@/lib/operations/account/internal/mailed-code";
import { letPasskeyUnlock } from "@/lib/operations/account/let-passkey-unlock";
import { mailLogInCode } from "@/lib/operations/account/mail-log-in-code";
import { mailOwnCode } from "@/lib/operations/account/mail-own-code";
import { removeSecondStep } from "@/lib/operations/account/remove-second-step";
import { renamePasskey } from "@/lib/operations/account/rename-passkey";
import { startMailedCodes } from "@/lib/operations/account/start-mailed-codes";
import { startPasskey } from "@/lib/operations/account/start-passkey";
import { unlockWithPasskey } from "@/lib/operations/account/unlock-with-passkey";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { anAuthenticator } from "@/test/authenticator";
import { forEverybody, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { sealedText } from "@/test/people";

/** Whoever asks, and the owner in the place of somebody who has no account. */
const account = ({ you, places }: Given) => you.person ?? places.owner;

const name = "Phone";
const secret = sealedText();

/** An authenticator that has made no passkey yet, and what it answers when it makes one. */
async function anewPasskey(given: Given) {
  const { origin, hostname: rpId } = new URL(environment().appUrl);
  const device = anAuthenticator({ origin, rpId });
  const asked = await execute(given.tx, startPasskey, account(given).actor, {});
  return { device, passkey: { name, registration: device.make(asked), evaluates: true } };
}

/** One's own passkey, and what it signs for unlocking. */
async function aPasskey(given: Given) {
  const { tx } = given;
  const { actor } = account(given);
  const { device, passkey } = await anewPasskey(given);
  const { passkeyId } = await execute(tx, addPasskey, actor, passkey);
  const sign = async (purpose: "prove" | "unlock") =>
    device.sign(await ask(tx, askPasskey, actor, { purpose, passkeyId }));
  return { passkeyId, sign };
}

/** A passkey that unlocks the vault. */
async function anUnlockingPasskey(given: Given) {
  const { sign } = await aPasskey(given);
  const unlocking = { signature: await sign("unlock"), userKeyForPasskey: secret };
  await execute(given.tx, letPasskeyUnlock, account(given).actor, unlocking);
  return { signature: await sign("unlock") };
}

/** Codes come by mail to whoever asks. */
async function codesByMail(given: Given) {
  const { userId, email } = account(given);
  await given.tx.update(users).set({ codesByMail: true }).where(eq(users.id, userId));
  return { email };
}

async function aMailedCode(given: Given) {
  const { userId, email: address } = account(given);
  const mailed = { userId, purpose: "second_step_set_up", address } as const;
  const { code } = await issueMailedCode(given.tx, mailed, new Date());
  return { code };
}

/** Whoever works for a provider takes no codes by mail. */
const notForStaff = ofOneself({ staff: "not_for_staff", "other provider": "not_for_staff" });

export const rows = [
  row(startPasskey, ofOneself()).with(() => ({})),
  row(addPasskey, ofOneself()).with(async (given) => (await anewPasskey(given)).passkey),
  row(askPasskey, ofOneself()).with(async (given) => ({
    purpose: "prove",
    passkeyId: (await aPasskey(given)).passkeyId,
  })),
  row(renamePasskey, ofOneself()).with(async (given) => ({
    passkeyId: (await aPasskey(given)).passkeyId,
    name: "Another Name",
  })),
  row(letPasskeyUnlock, ofOneself()).with(async (given) => ({
    signature: await (await aPasskey(given)).sign("unlock"),
    userKeyForPasskey: secret,
  })),
  row(unlockWithPasskey, ofOneself()).with(anUnlockingPasskey),
  row(removeSecondStep, ofOneself()).with(async (given) => {
    const { passkeyId, sign } = await aPasskey(given);
    return { what: passkeyId, passkey: await sign("prove") };
  }),
  row(startMailedCodes, notForStaff).with(() => ({})),
  row(confirmMailedCodes, notForStaff).with(aMailedCode),
  row(mailOwnCode, ofOneself()).with(async (given) => {
    await codesByMail(given);
    return {};
  }),
  row(mailLogInCode, forEverybody()).with(async (given) => ({
    ...(await codesByMail(given)),
    authenticationHash: given.password,
    deviceIdentifier: randomUUID(),
  })),
];
