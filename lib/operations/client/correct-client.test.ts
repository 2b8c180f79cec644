import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { revisions } from "@/db/schema/revisions";
import { OrganizationId, type ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, tokenMailedTo } from "@/test/mails";
import { aMemberOf } from "@/test/organization";
import { aPerson, publicKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const typed = { plan: "teams_monthly" as Plan, name: "Cobalt", ownerEmail: "wrong@client.example", seats: 5 };

async function aNewClient(tx: Tx) {
  const { providerId, brett, betty } = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
  });
  const ids = { providerId, organizationId: randomUUID() };
  const sealed = {
    organizationKeyId: randomUUID(),
    organizationKeyForProvider: sealedText(5),
    publicKey: publicKey(),
    privateKeyForOrganization: sealedText(77),
    collectionName: sealedText(),
  };
  await execute(tx, createClient, brett.actor, { ...ids, ...typed, ...sealed });
  return { brett, betty, ids, providerId };
}

const seatsOf = async (tx: Tx, providerId: ProviderId, plan: Plan) => {
  const which = and(eq(providerPlans.providerId, providerId), eq(providerPlans.plan, plan));
  const [row] = await tx.select({ assigned: providerPlans.allocatedSeats }).from(providerPlans).where(which);
  return row?.assigned;
};

test("every word of the form can be corrected, the owner's address and the plan included", async ({ tx }) => {
  const { brett, ids, providerId } = await aNewClient(tx);
  const oldLink = await tokenMailedTo(tx, "wrong@client.example");
  const right = {
    plan: "enterprise_monthly" as const,
    name: "Cobalt Manufacturing",
    ownerEmail: "right@client.example",
    seats: 9,
  };
  await execute(tx, correctClient, brett.actor, { ...ids, ...right });

  const { ownerEmail, ...columns } = right;
  expect(await tx.select().from(organizations)).toMatchObject([
    { ...columns, sortName: "cobalt manufacturing" },
  ]);
  expect(await tx.select().from(organizationMembers)).toMatchObject([
    { email: ownerEmail, role: "owner", status: "invited" },
  ]);
  expect([
    await seatsOf(tx, providerId, "teams_monthly"),
    await seatsOf(tx, providerId, "enterprise_monthly"),
  ]).toEqual([0, 9]);
  expect(await mailsTo(tx, ownerEmail)).toMatchObject([{ kind: "client.owner_invite" }]);
  const stranger = await aPerson(tx, "Wrong", { email: "wrong@client.example" });
  const late = { token: oldLink };
  await expectRefused(tx, acceptOrganizationInvitation, stranger.actor, late, "link_replaced");
});

test("the same words again change nothing", async ({ tx }) => {
  const { brett, ids } = await aNewClient(tx);
  const before = await eventsOf(tx);
  const revised = await tx.select().from(revisions);
  await execute(tx, correctClient, brett.actor, { ...ids, ...typed });
  expect(await eventsOf(tx)).toEqual(before);
  expect(await tx.select().from(revisions)).toEqual(revised);
  expect(await mailsTo(tx, typed.ownerEmail)).toHaveLength(1);
});

test("fewer seats than are used are refused with their number", async ({ tx }) => {
  const { brett, betty, ids } = await aNewClient(tx);
  await aMemberOf(tx, OrganizationId.parse(ids.organizationId), betty, { status: "accepted" });
  const fewer = { ...ids, ...typed, seats: 1 };
  await expectRefused(tx, correctClient, brett.actor, fewer, "seats_below_used");
});

test("an owner who has accepted stays, and service users correct nothing", async ({ tx }) => {
  const { brett, betty, ids } = await aNewClient(tx);
  await expectRefused(tx, correctClient, betty.actor, { ...ids, ...typed }, "not_found");
  const owner = await aPerson(tx, "Owner", { email: typed.ownerEmail });
  const token = await tokenMailedTo(tx, typed.ownerEmail);
  await execute(tx, acceptOrganizationInvitation, owner.actor, { token });
  await expectRefused(
    tx,
    correctClient,
    brett.actor,
    { ...ids, ...typed, ownerEmail: "other@client.example" },
    "already_accepted",
  );
  const unseen = { plan: typed.plan, from: 0, to: 90_000, purchase: 0 };
  const more = { ...ids, ...typed, seats: 90_000, shown: unseen };
  await expectRefused(tx, correctClient, brett.actor, more, "seats_changed");
  const other = { ...ids, ...typed, plan: "enterprise_monthly" as const };
  await expectRefused(tx, correctClient, brett.actor, other, "plan_in_use");
  await execute(tx, correctClient, brett.actor, { ...ids, ...typed, seats: 6 });
});

/** The events that came after `count`, as words: what each log says. */
async function saidSince(tx: Tx, count: number) {
  const log = await tx.select().from(events).orderBy(events.sequence);
  return log.slice(count).map(({ type, organizationId, details }) => ({
    type,
    log: organizationId ? "client" : "provider",
    details,
  }));
}

test("who is corrected to be the owner is marked as one who was named with the client", async ({ tx }) => {
  const { brett, betty, ids, providerId } = await aNewClient(tx);
  const correct = (ownerEmail: string) =>
    execute(tx, correctClient, brett.actor, { ...ids, ...typed, ownerEmail });
  const owner = async () => {
    const [row] = await tx.select().from(organizationMembers);
    const { email, placeOfProvider, approvedAt, approvedBy, askedAt } = row ?? {};
    return { email, placeOfProvider, isApproved: Boolean(approvedAt), approvedBy, askedAt };
  };
  const approved = { isApproved: true, approvedBy: null, askedAt: null };

  const before = await tx.$count(events);
  await correct(betty.email);
  expect(await owner()).toEqual({ email: betty.email, placeOfProvider: providerId, ...approved });
  const about = (email: string, act: string) => ({
    type: "client.owner_touched",
    log: "provider",
    details: { client: "Cobalt", email, act },
  });
  const member = (type: string, email: string) => ({
    type: `organization_member.${type}`,
    log: "client",
    details: { email, role: "owner" },
  });
  expect(await saidSince(tx, before)).toEqual([
    member("withdrawn", typed.ownerEmail),
    about(typed.ownerEmail, "withdrawn"),
    member("invited", betty.email),
    about(betty.email, "invited"),
  ]);

  await correct("right@client.example");
  expect(await owner()).toEqual({ email: "right@client.example", placeOfProvider: null, ...approved });
  await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds: [betty.memberId] });
  expect(await owner()).toMatchObject({ email: "right@client.example" });
});

test("somebody of the team who was corrected to be the owner loses the place with the team", async ({
  tx,
}) => {
  const { brett, betty, ids, providerId } = await aNewClient(tx);
  await execute(tx, correctClient, brett.actor, { ...ids, ...typed, ownerEmail: betty.email });
  await execute(tx, removeProviderMembers, brett.actor, { providerId, memberIds: [betty.memberId] });
  expect(await tx.select().from(organizationMembers)).toEqual([]);
  expect(await tx.select().from(organizations)).toMatchObject([{ usedSeats: 0 }]);
});

test("both logs say what changed of plan and seats, and nothing of what stayed", async ({ tx }) => {
  const { brett, ids } = await aNewClient(tx);
  const correct = (plan: Plan, seats: number) =>
    execute(tx, correctClient, brett.actor, { ...ids, ...typed, plan, seats });
  const changed = (what: "plan" | "seats", from: string | number, to: string | number) => [
    { type: `client.${what}_changed`, log: "provider", details: { name: "Cobalt", from, to } },
    { type: `organization.${what}_changed`, log: "client", details: { from, to } },
  ];
  const said = async (act: () => Promise<unknown>) => {
    const before = await tx.$count(events);
    await act();
    return saidSince(tx, before);
  };
  expect(await said(() => correct("enterprise_monthly", 5))).toEqual(changed("plan", "teams", "enterprise"));
  expect(await said(() => correct("enterprise_monthly", 7))).toEqual(changed("seats", 5, 7));
  expect(await said(() => correct("teams_monthly", 6))).toEqual([
    ...changed("plan", "enterprise", "teams"),
    ...changed("seats", 7, 6),
  ]);
});
