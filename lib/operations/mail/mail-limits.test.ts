import { expect } from "vitest";
import { operatorActor } from "@/lib/domain/actor";
import { count } from "@/lib/operations/limits";
import { mailQuota, mailThrottle } from "@/lib/operations/mail/internal/mail-limits";
import { tell, warnHolder } from "@/lib/operations/mail/internal/tell";
import { mailAcceptance } from "@/lib/operations/organization/internal/mail-acceptance";
import { test } from "@/test/database";
import { mailsTo } from "@/test/mails";
import { aConfirmed, aMemberOf, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";

const now = new Date("2026-11-22T09:00:00Z");
const inAnHour = new Date("2026-11-22T10:00:00Z");
const billy = "billy.warden@provider.example";
const tooMany = { refusal: "too_many_attempts", values: { minutes: 60 } };

test("a tag behind a plus makes no mailbox of its own", async ({ tx }) => {
  for (let i = 0; i < 20; i++)
    expect(await count(tx, mailQuota([`betty+${i}@provider.example`]), now)).toBeNull();
  expect(await count(tx, mailQuota(["betty+more@provider.example"]), now)).not.toBeNull();
  expect(await count(tx, mailQuota(["betty@provider.example"]), now)).not.toBeNull();
  expect(await count(tx, mailQuota(["billy+1@provider.example"]), now)).toBeNull();
});

test("twenty mails an hour reach one address, whoever sends them", async ({ tx }) => {
  const send = (to: string, at = now) => count(tx, mailQuota([to]), at);
  for (let number = 0; number < 20; number++) expect(await send(billy)).toBe(null);
  expect(await send(billy)).toMatchObject(tooMany);
  expect(await send("betty.warden@provider.example")).toBe(null);
  expect(await send(billy, inAnHour)).toBe(null);
});

test("one account causes mail two hundred times an hour, whoever gets it", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden");
  const send = (at = now) => count(tx, mailThrottle(actor), at);
  for (let number = 0; number < 200; number++) expect(await send()).toBe(null);
  expect(await send()).toMatchObject(tooMany);
  expect(await send(inAnHour)).toBe(null);
});

test("the operator is no account, and is not counted", () => {
  expect(mailThrottle(operatorActor())).toEqual([]);
});

test("what was done does not depend on its letter: an address that is full gets none", async ({ tx }) => {
  const mail = { kind: "provider.removed", providerName: "My Provider" } as const;
  for (let number = 0; number < 25; number++) await tell(tx, { email: billy, locale: "en" }, mail, now);
  expect(await mailsTo(tx, billy)).toHaveLength(20);
});

test("many who accept at once fill nobody's mailbox", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const joining = await aPerson(tx, "Billy Warden");
  const memberId = await aMemberOf(tx, organizationId, joining, { status: "accepted" });
  for (let number = 0; number < 60; number++) await mailAcceptance(tx, memberId, billy, now);
  expect(await mailsTo(tx, owner.email)).toHaveLength(20);
});

test("nobody keeps a warning from the holder of an account by filling their mailbox", async ({ tx }) => {
  const mail = { kind: "account.password_changed", at: now.toISOString() } as const;
  const to = { email: billy, locale: "en" } as const;
  for (let number = 0; number < 25; number++)
    await tell(tx, to, { kind: "provider.removed", providerName: "My Provider" }, now);
  for (let number = 0; number < 25; number++) await warnHolder(tx, to, mail, now);
  expect(await mailsTo(tx, billy)).toHaveLength(40);
});
