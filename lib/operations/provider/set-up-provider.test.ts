import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { anonymousActor, operatorActor } from "@/lib/domain/actor";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { execute } from "@/lib/operations/command";
import { getSetUp } from "@/lib/operations/provider/get-set-up";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, tokenMailedTo } from "@/test/mails";
import { aPerson, sealedKey } from "@/test/people";

const device = { type: "server", ip: null } as const;
const operator = operatorActor();
const email = "brett@provider.example";

async function anInvitation(tx: Tx) {
  const { providerId } = await execute(tx, inviteProvider, operator, {
    email,
    name: "My Provider",
    teamsSeats: 75,
    enterpriseSeats: 150,
  });
  const token = await tokenMailedTo(tx, email);
  return { providerId, token, form: formWith(token) };
}

const formWith = (token: string) => ({
  token,
  name: "My Provider",
  businessName: "My Provider SARL",
  billingEmail: "billing@provider.example",
  country: "lu",
  providerKeyForMember: sealedKey(),
});

test("the owner sets the provider up and is its first confirmed admin, key and all", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden", { email });
  const { providerId, form } = await anInvitation(tx);
  await execute(tx, setUpProvider, brett.actor, form);

  expect(await tx.select().from(providers)).toMatchObject([
    { id: providerId, status: "billable", name: "My Provider", country: "LU", city: null },
  ]);
  expect(await tx.select().from(providerMembers)).toMatchObject([
    {
      providerId,
      userId: brett.userId,
      role: "provider_admin",
      status: "confirmed",
      email: null,
      providerKeyForMember: form.providerKeyForMember,
    },
  ]);
  expect((await mailsTo(tx, email)).map(({ kind }) => kind).sort()).toEqual([
    "provider.ready",
    "provider.set_up",
  ]);
  expect(await eventsOf(tx)).toContainEqual(
    expect.objectContaining({ type: "provider.set_up", providerId, actorId: brett.userId }),
  );
});

test("the same form again is answered as the first time, and another key is not taken", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden", { email });
  const billy = await aPerson(tx, "Billy Warden", { email: "billy@provider.example" });
  const { form, token } = await anInvitation(tx);
  const first = await execute(tx, setUpProvider, brett.actor, form);
  expect(await execute(tx, setUpProvider, brett.actor, { ...form, name: "Renamed" })).toEqual({
    ...first,
    existed: true,
  });
  await expectRefused(tx, setUpProvider, brett.actor, formWith(token), "link_used");
  await expectRefused(tx, setUpProvider, billy.actor, form, "link_used");
  expect(await tx.select().from(providers)).toMatchObject([{ name: "My Provider" }]);
  expect(await tx.select().from(providerMembers)).toMatchObject([
    { userId: brett.userId, providerKeyForMember: form.providerKeyForMember },
  ]);
});

test("another account is refused by name of both addresses, and the link still works", async ({ tx }) => {
  const billy = await aPerson(tx, "Billy Warden", { email: "billy@provider.example" });
  const { form } = await anInvitation(tx);
  await expect(execute(tx, setUpProvider, billy.actor, form)).rejects.toMatchObject({
    refusal: "email_does_not_match",
    values: { invited: email, yours: "billy@provider.example" },
  });
  await expectRefused(tx, setUpProvider, anonymousActor(device), form, "not_signed_in");
  expect(await tx.$count(providerMembers)).toBe(0);
  expect(await tx.select().from(oneTimeTokens)).toMatchObject([{ usedAt: null }]);
});

test("a used, expired or unknown link says which", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden", { email });
  const { form, token } = await anInvitation(tx);
  await expectRefused(tx, setUpProvider, brett.actor, formWith("x".repeat(43)), "link_unknown");
  await tx.update(oneTimeTokens).set({ expiresAt: new Date(0) });
  await expectRefused(tx, setUpProvider, brett.actor, form, "link_expired");
  await tx.update(oneTimeTokens).set({ expiresAt: new Date(Date.now() + 1000_000) });
  await execute(tx, setUpProvider, brett.actor, form);
  await expectRefused(tx, setUpProvider, brett.actor, formWith(token), "link_used");
  expect(await tx.$count(providerMembers)).toBe(1);
});

test("the same person with the same key is answered as the first time, and with another key is not", async ({
  tx,
}) => {
  const brett = await aPerson(tx, "Brett Warden", { email });
  const { providerId, token, form } = await anInvitation(tx);
  expect(await execute(tx, setUpProvider, brett.actor, form)).toEqual({ providerId, existed: false });
  const log = await tx.$count(events);
  expect(await execute(tx, setUpProvider, brett.actor, form)).toEqual({ providerId, existed: true });
  expect(await tx.$count(events)).toBe(log);
  await expectRefused(tx, setUpProvider, brett.actor, formWith(token), "link_used");
  const billy = await aPerson(tx, "Billy Warden", { email: "billy@provider.example" });
  await expectRefused(tx, setUpProvider, billy.actor, form, "link_used");
});

test("a provider that is set up already stays as it is", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden", { email });
  const { providerId, form } = await anInvitation(tx);
  await tx
    .update(providers)
    .set({ status: "billable", billingEmail: email })
    .where(eq(providers.id, providerId));
  await expectRefused(tx, setUpProvider, brett.actor, form, "provider_already_set_up");
});

test("what is not a sealed key is not stored", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden", { email });
  const { form } = await anInvitation(tx);
  const plain = { ...form, providerKeyForMember: "my secret key" };
  await expect(execute(tx, setUpProvider, brett.actor, plain)).rejects.toThrow("not_sealed");
});

test("reading the link tells whom it invites and who is signed in, and uses nothing up", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden", { email });
  const { providerId, token } = await anInvitation(tx);
  expect(await ask(tx, getSetUp, brett.actor, { token })).toMatchObject({
    state: "good",
    provider: { id: providerId, name: "My Provider" },
    invited: email,
    you: { email },
  });
  expect(await ask(tx, getSetUp, anonymousActor(device), { token })).toMatchObject({ you: null });
  expect(await ask(tx, getSetUp, brett.actor, { token: "x".repeat(43) })).toBeNull();
});
