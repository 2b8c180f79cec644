import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, expect, vi } from "vitest";
import type { Tx } from "@/db/client";
import { mailedCodes } from "@/db/schema/mailed-codes";
import { organizationMembers } from "@/db/schema/organization-members";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { changeEmail } from "@/lib/operations/account/change-email";
import { hashAuthentication, verifyAuthentication } from "@/lib/operations/account/internal/password-hash";
import { listOpenInvitations } from "@/lib/operations/account/list-open-invitations";
import { mailOwnCode } from "@/lib/operations/account/mail-own-code";
import { startEmailChange } from "@/lib/operations/account/start-email-change";
import { execute } from "@/lib/operations/command";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, queuedMails } from "@/test/mails";
import { aConfirmed, aMemberOf, anOrganizationWith } from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";

const aHash = () => randomBytes(32).toString("base64") as AuthenticationHash;
const elsewhere = "brett@elsewhere.example";

afterEach(() => void vi.useRealTimers());

async function brett(tx: Tx) {
  const currentHash = aHash();
  const passwordHash = await hashAuthentication(currentHash);
  const person = await aPerson(tx, "Brett Warden", { passwordHash });
  const start = (email = elsewhere) => execute(tx, startEmailChange, person.actor, { email, currentHash });
  const input = { email: elsewhere, currentHash, nextHash: aHash(), userKeyForAccount: sealedText(5) };
  return { ...person, input, start };
}

async function codeMailedTo(tx: Tx, address: string) {
  const latest = (await mailsTo(tx, address)).at(-1);
  if (latest?.kind !== "account.address_code") throw new Error("no code was mailed");
  return latest.code;
}

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("a code moves the account, its keys and its places to another address, and both addresses are told", async ({
  tx,
}) => {
  const { userId, actor, email, input, start } = await brett(tx);
  const { organizationId } = await anOrganizationWith(tx);
  await aMemberOf(tx, organizationId, { userId, email });
  await start();
  const code = await codeMailedTo(tx, elsewhere);
  await execute(tx, changeEmail, actor, { ...input, code: `${code.slice(0, 3)} ${code.slice(3)}` });

  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  expect(user).toMatchObject({ email: elsewhere, userKeyForAccount: input.userKeyForAccount });
  expect(user?.emailVerifiedAt).not.toBeNull();
  expect(await verifyAuthentication(user?.passwordHash ?? null, input.nextHash)).toBe(true);
  const [place] = await tx.select().from(organizationMembers).where(eq(organizationMembers.userId, userId));
  expect(place?.address).toBe(elsewhere);
  expect(await queuedMails(tx)).toEqual(
    expect.arrayContaining([
      { kind: "account.email_changed", recipient: email },
      { kind: "account.email_is_here", recipient: elsewhere },
    ]),
  );
  const told = { type: "user.changed_email", details: { from: email, to: elsewhere } };
  expect(await eventsOf(tx)).toMatchObject([
    { ...told, organizationId: null },
    { ...told, organizationId },
  ]);
});

test("a code works once, for its address alone, and for half an hour", async ({ tx }) => {
  const noon = Date.parse("2026-11-26T12:00:00Z");
  vi.useFakeTimers({ now: noon, toFake: ["Date"] });
  const { actor, input, start } = await brett(tx);
  await start();
  const code = await codeMailedTo(tx, elsewhere);
  await expectRefused(tx, changeEmail, actor, { ...input, code: another(code) }, "wrong_mailed_code");
  const third = { ...input, email: "third@elsewhere.example", code };
  await expectRefused(tx, changeEmail, actor, third, "wrong_mailed_code");
  vi.setSystemTime(noon + 30 * 60_000);
  await expectRefused(tx, changeEmail, actor, { ...input, code }, "wrong_mailed_code");
  vi.setSystemTime(noon + 30 * 60_000 - 1);
  await execute(tx, changeEmail, actor, { ...input, code });
  expect(await tx.$count(mailedCodes)).toBe(0);
});

test("codes are counted before they are looked at: the right one comes too late after ten wrong ones", async ({
  tx,
}) => {
  const { actor, input, start } = await brett(tx);
  await start();
  const code = await codeMailedTo(tx, elsewhere);
  for (let tried = 0; tried < 10; tried++)
    await expectRefused(tx, changeEmail, actor, { ...input, code: another(code) }, "wrong_mailed_code");
  await expectRefused(tx, changeEmail, actor, { ...input, code }, "too_many_attempts");
});

test("without the master password no code is sent, and none is taken", async ({ tx }) => {
  const { actor, input, start } = await brett(tx);
  const unproven = { email: elsewhere, currentHash: aHash() };
  await expectRefused(tx, startEmailChange, actor, unproven, "wrong_master_password");
  expect(await queuedMails(tx)).toEqual([]);
  await start();
  const code = await codeMailedTo(tx, elsewhere);
  const wrong = { ...input, code, currentHash: aHash() };
  await expectRefused(tx, changeEmail, actor, wrong, "wrong_master_password");
});

test("who asks for somebody else's address is told the same, and its holder what happened", async ({
  tx,
}) => {
  const { start } = await brett(tx);
  const bridget = await aPerson(tx, "Bridget Fields");
  expect(await start(bridget.email)).toEqual(await start());
  expect(await mailsTo(tx, bridget.email)).toMatchObject([{ kind: "account.address_in_use" }]);
});

test("an address that somebody has come to have meanwhile is refused", async ({ tx }) => {
  const { actor, input, start } = await brett(tx);
  await start();
  const code = await codeMailedTo(tx, elsewhere);
  await aPerson(tx, "Bridget Fields", { email: elsewhere });
  await expectRefused(tx, changeEmail, actor, { ...input, code }, "email_taken");
});

test("one's own address is no other", async ({ tx }) => {
  const { actor, email, input } = await brett(tx);
  const same = { email: email.toUpperCase(), currentHash: input.currentHash };
  await expectRefused(tx, startEmailChange, actor, same, "same_email");
});

test("invitations that wait at the present address are named, if the address was proven", async ({ tx }) => {
  const { userId, actor, email } = await brett(tx);
  const { organizationId } = await anOrganizationWith(tx, { name: "Cobalt Manufacturing" });
  const owner = await aConfirmed(tx, organizationId, "owner", "Olivia Owner");
  await execute(tx, inviteOrganizationMembers, owner.actor, {
    organizationId,
    emails: [email],
    role: "user",
    collections: [],
  });
  expect(await ask(tx, listOpenInvitations, actor, {})).toEqual(["Cobalt Manufacturing"]);
  await tx.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, userId));
  expect(await ask(tx, listOpenInvitations, actor, {})).toEqual([]);
});

test("an account with a second step shows it: codes by mail go to the new address from then on", async ({
  tx,
}) => {
  const { userId, actor, email, input, start } = await brett(tx);
  await tx.update(users).set({ codesByMail: true }).where(eq(users.id, userId));
  await start();
  const code = await codeMailedTo(tx, elsewhere);
  await expectRefused(tx, changeEmail, actor, { ...input, code }, "code_needed");
  await execute(tx, mailOwnCode, actor, {});
  const mailed = (await mailsTo(tx, email)).at(-1);
  if (mailed?.kind !== "account.second_step_code") throw new Error("no code was mailed");
  const wrong = { ...input, code, secondStep: { code: another(mailed.code) } };
  await expectRefused(tx, changeEmail, actor, wrong, "wrong_code");
  await execute(tx, changeEmail, actor, { ...input, code, secondStep: { code: mailed.code } });
});
