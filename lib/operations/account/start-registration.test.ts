import { expect, vi } from "vitest";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { anonymousActor } from "@/lib/domain/actor";
import type { Environment } from "@/lib/env";
import { startRegistration } from "@/lib/operations/account/start-registration";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { mailsTo, tokenMailedTo } from "@/test/mails";
import { aPerson } from "@/test/people";

const setting = vi.hoisted(() => ({ signups: "open" as Environment["signups"] }));
vi.mock("@/lib/env", async (load) => {
  const original = await load<typeof import("@/lib/env")>();
  return { ...original, environment: () => ({ ...original.environment(), ...setting }) };
});

const visitor = anonymousActor({ type: "firefox_browser", ip: "203.0.113.7" });
const email = "billy.warden@provider.example";

test("whoever asks gets a link by mail that is good for one account", async ({ tx }) => {
  setting.signups = "open";
  await execute(tx, startRegistration, visitor, { email, locale: "fr" });
  const token = await tokenMailedTo(tx, email);
  expect(await ask(tx, readInvitation, visitor, { token })).toMatchObject({
    state: "good",
    purpose: "registration",
    email,
    hasAccount: false,
  });
});

test("the answer does not tell who has an account, and the holder is led to log-in", async ({ tx }) => {
  setting.signups = "open";
  const { email: known } = await aPerson(tx, "Brett Warden");
  const forKnown = await execute(tx, startRegistration, visitor, { email: known, locale: "en" });
  const forNew = await execute(tx, startRegistration, visitor, { email, locale: "en" });
  expect(forKnown).toEqual(forNew);
  expect(await mailsTo(tx, known)).toMatchObject([{ link: expect.stringMatching(/\/log-in$/) }]);
  expect(await tx.$count(oneTimeTokens)).toBe(2);
});

test("an instance that is not open to sign-ups sends nothing", async ({ tx }) => {
  setting.signups = "invited";
  await expectRefused(tx, startRegistration, visitor, { email, locale: "en" }, "signups_closed");
  expect(await mailsTo(tx, email)).toEqual([]);
});

test("one address gets twenty mails an hour, whoever asks", async ({ tx }) => {
  setting.signups = "open";
  const from = (host: number) => anonymousActor({ type: "firefox_browser", ip: `198.51.100.${host}` });
  for (let host = 1; host <= 20; host++)
    await execute(tx, startRegistration, from(host), { email, locale: "en" });
  await expectRefused(tx, startRegistration, from(21), { email, locale: "en" }, "too_many_attempts");
  expect(await mailsTo(tx, email)).toHaveLength(20);
});
