import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { organizations } from "@/db/schema/organizations";
import { anonymousActor } from "@/lib/domain/actor";
import { firstSettings } from "@/lib/domain/policy/settings";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { ask } from "@/lib/operations/query";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aMemberOf, anOrganizationWith, anyId } from "@/test/organization";
import { aPerson } from "@/test/people";
import { anEnterprise, aPolicy } from "@/test/policies";
import { aProviderWith } from "@/test/provider";

const visitor = anonymousActor({ type: "firefox_browser", ip: "203.0.113.7" });
const read = (tx: Tx, token: string) => ask(tx, readInvitation, visitor, { token });

async function invited(tx: Tx) {
  const { providerId, billy } = await aProviderWith(tx, { billy: "service_user, invited" });
  const subject = {
    purpose: "provider_member",
    email: billy.email,
    providerMemberId: billy.memberId,
  } as const;
  const invite = () => issueToken(tx, subject, new Date());
  return { providerId, billy, invite, token: await invite() };
}

test("a good link says who is invited, by whom, as what, and is not used up by reading", async ({ tx }) => {
  const { billy, token } = await invited(tx);
  const expected = {
    state: "good",
    purpose: "provider_member",
    email: billy.email,
    hasAccount: true,
    providerName: "My Provider",
    organizationName: null,
    role: "service_user",
    passwordPolicy: null,
    asksTwoStep: false,
    language: null,
    enrolsInRecovery: false,
    ownsData: false,
    allowsNoOther: false,
    accepted: false,
  };
  expect(await read(tx, token)).toEqual(expected);
  expect(await read(tx, token)).toEqual(expected);
});

test("a link that does not work says why, what it was for, and nothing more", async ({ tx }) => {
  const { billy, invite, token } = await invited(tx);
  const purpose = "provider_member";
  const newer = await invite();
  expect(await read(tx, token)).toEqual({ state: "replaced", purpose });

  await execute(tx, acceptProviderInvitation, billy.actor, { token: newer });
  expect(await read(tx, newer)).toEqual({ state: "used", purpose });

  const another = await invited(tx);
  const theirs = eq(oneTimeTokens.providerMemberId, another.billy.memberId);
  await tx.update(oneTimeTokens).set({ expiresAt: new Date() }).where(theirs);
  expect(await read(tx, another.token)).toEqual({ state: "expired", purpose });
});

test("somebody revoked is not invited any more", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const betty = await aPerson(tx, "Betty Warden");
  const organizationMemberId = await aMemberOf(tx, organizationId, betty, { status: "revoked" });
  const subject = { purpose: "organization_member", email: betty.email, organizationMemberId } as const;
  const token = await issueToken(tx, subject, new Date());
  expect(await read(tx, token)).toEqual({ state: "unknown", purpose: null });
  await expectRefused(tx, acceptOrganizationInvitation, betty.actor, { token }, "link_unknown");
});

test.for(["", "x", "'; drop table users; --", "%00", "A".repeat(43)])(
  "an altered link %j is unknown",
  async (token, { tx }) => {
    await invited(tx);
    expect(await read(tx, token)).toEqual({ state: "unknown", purpose: null });
  },
);

test("links are not to be guessed: one address may try 600 in ten minutes", async ({ tx }) => {
  for (let times = 0; times < 600; times++) await read(tx, `guess-${times}`);
  await expect(read(tx, "guess")).rejects.toMatchObject({ refusal: "too_many_attempts" });
});

test("a link into an organization says what its policies ask of whoever joins", async ({ tx }) => {
  const { organizationId } = await anEnterprise(tx);
  await aPolicy(tx, organizationId, "master_password");
  await aPolicy(tx, organizationId, "two_step_login");
  const linkFor = async (role: "user" | "admin") => {
    const person = await aPerson(tx, `New ${role}`, { email: `${anyId()}@cobalt.example` });
    const organizationMemberId = await aMemberOf(tx, organizationId, person, { role, status: "invited" });
    return issueToken(
      tx,
      { purpose: "organization_member", email: person.email, organizationMemberId },
      new Date(),
    );
  };
  const asked = { passwordPolicy: firstSettings.master_password, enrolsInRecovery: false };
  expect(await read(tx, await linkFor("user"))).toMatchObject({ ...asked, asksTwoStep: true });
  expect(await read(tx, await linkFor("admin"))).toMatchObject({ ...asked, asksTwoStep: false });
  await aPolicy(tx, organizationId, "data_ownership");
  expect(await read(tx, await linkFor("user"))).toMatchObject({ ownsData: true });
  expect(await read(tx, await linkFor("admin"))).toMatchObject({ ownsData: false });
  await aPolicy(tx, organizationId, "single_organization");
  expect(await read(tx, await linkFor("user"))).toMatchObject({ allowsNoOther: true });
  expect(await read(tx, await linkFor("admin"))).toMatchObject({ allowsNoOther: false });
  await aPolicy(tx, organizationId, "account_recovery", { autoEnrollEnabled: true });
  expect(await read(tx, await linkFor("admin"))).toMatchObject({ enrolsInRecovery: true });
  await tx.update(organizations).set({ features: [] }).where(eq(organizations.id, organizationId));
  expect(await read(tx, await linkFor("user"))).toMatchObject({
    passwordPolicy: null,
    asksTwoStep: false,
    enrolsInRecovery: false,
    ownsData: false,
    allowsNoOther: false,
  });
});
