import { randomUUID } from "node:crypto";
import { asc, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { seatLedger } from "@/db/schema/seat-ledger";
import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { execute } from "@/lib/operations/command";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { test } from "@/test/database";
import { aPerson, publicKey, sealedKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const ledger = (tx: Tx) => tx.select().from(seatLedger).orderBy(asc(seatLedger.id));

test("every change of seats and plan stands in the ledger: who, when, before, after, price", async ({
  tx,
}) => {
  const { providerId, brett, betty } = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
  });
  const ids = { providerId, organizationId: randomUUID() };
  const typed = { plan: "teams_monthly" as const, name: "Cobalt", ownerEmail: "owner@client.example" };
  await execute(tx, createClient, brett.actor, {
    ...ids,
    ...typed,
    seats: 5,
    organizationKeyId: randomUUID(),
    organizationKeyForProvider: sealedText(5),
    publicKey: publicKey(),
    privateKeyForOrganization: sealedText(77),
    collectionName: sealedText(),
  });
  await execute(tx, setClientSeats, betty.actor, { ...ids, seats: 8 });
  await execute(tx, setClientSeats, betty.actor, { ...ids, seats: 8 });
  await execute(tx, correctClient, brett.actor, { ...ids, ...typed, plan: "enterprise_monthly", seats: 9 });

  const [teams, enterprise] = [
    { ...ids, plan: "teams_monthly", monthlyPrice: 400 },
    { ...ids, plan: "enterprise_monthly", monthlyPrice: 600 },
  ];
  const [admin, user] = [brett.userId, betty.userId];
  expect(await ledger(tx)).toMatchObject([
    { ...teams, reason: "client_created", actorId: admin, seatsBefore: 0, seatsAfter: 5 },
    { ...teams, reason: "seats_changed", actorId: user, seatsBefore: 5, seatsAfter: 8 },
    { ...teams, reason: "client_corrected", actorId: admin, seatsBefore: 8, seatsAfter: 0 },
    { ...enterprise, reason: "client_corrected", actorId: admin, seatsBefore: 0, seatsAfter: 9 },
  ]);
});

test("what a provider commits to at set-up begins its ledger", async ({ tx }) => {
  const email = "owner@provider.example";
  const owner = await aPerson(tx, "Brett Warden", { email });
  const [provider] = await tx.insert(providers).values({ ownerEmail: email }).returning({ id: providers.id });
  if (!provider) throw new Error("no row came back");
  const providerId = provider.id;
  await tx.insert(providerPlans).values({ providerId, plan: "teams_monthly", seatMinimum: 75 });
  const token = await issueToken(tx, { purpose: "provider_set_up", email, providerId }, new Date());
  await execute(tx, setUpProvider, owner.actor, {
    token,
    name: "My Provider",
    businessName: "",
    billingEmail: email,
    providerKeyForMember: sealedKey(),
  });
  expect(await ledger(tx)).toMatchObject([
    {
      providerId,
      organizationId: null,
      plan: "teams_monthly",
      reason: "set_up",
      seatsBefore: 0,
      seatsAfter: 75,
    },
  ]);
});

test("a change of seats stands in the client's log too", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  const ids = { providerId, organizationId: randomUUID() };
  await execute(tx, createClient, brett.actor, {
    ...ids,
    plan: "teams_monthly",
    name: "Cobalt",
    ownerEmail: "owner@client.example",
    seats: 5,
    organizationKeyId: randomUUID(),
    organizationKeyForProvider: sealedText(5),
    publicKey: publicKey(),
    privateKeyForOrganization: sealedText(77),
    collectionName: sealedText(),
  });
  await execute(tx, setClientSeats, brett.actor, { ...ids, seats: 6 });
  const log = await tx.select().from(events).where(sql`type like '%.seats_changed'`);
  expect(log.map(({ type, organizationId }) => [type, organizationId]).sort()).toEqual([
    ["client.seats_changed", null],
    ["organization.seats_changed", ids.organizationId],
  ]);
});

test("nobody changes the ledger or takes anything out of it", async ({ tx }) => {
  const { providerId } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  await tx.insert(seatLedger).values({
    at: new Date(),
    providerId,
    plan: "teams_monthly",
    reason: "set_up",
    seatsBefore: 0,
    seatsAfter: 75,
    monthlyPrice: 400,
  });
  const refused = { cause: { message: "the seat ledger is not changed, only written to" } };
  const tries = [
    (inner: Tx) => inner.update(seatLedger).set({ seatsAfter: 1 }),
    (inner: Tx) => inner.delete(seatLedger),
    (inner: Tx) => inner.execute(sql`truncate seat_ledger`),
  ];
  for (const attempt of tries)
    await expect(tx.transaction(async (inner) => void (await attempt(inner)))).rejects.toMatchObject(refused);
  expect(await ledger(tx)).toMatchObject([{ seatsAfter: 75 }]);
});
