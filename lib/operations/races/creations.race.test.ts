import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import type { PersonActor } from "@/lib/domain/actor";
import type { OrganizationId } from "@/lib/domain/ids";
import { createClient } from "@/lib/operations/client/create-client";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { openTestPostgres } from "@/test/database";
import { address, aNewcomer } from "@/test/newcomers";
import { aCollection, anOrganizationWith, keyOf, sealedLogin } from "@/test/organization";
import { aPerson, publicKey, sealedKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";
import { outcomeOf, report, violationsIn, withoutLocks } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

/** One act, to be sent several times at once, and how often it left its mark. */
type Creation = {
  create: () => Promise<{ existed: boolean }>;
  made: () => Promise<number>;
  told: () => Promise<number>;
};

async function anOrganization(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aNewcomer(tx, organizationId, "owner");
  return { organizationId, owner, collectionId: await aCollection(tx, organizationId) };
}

const item = (
  organizationId: OrganizationId | null,
  collectionIds: string[],
  actor: PersonActor,
): Creation => {
  const itemId = randomUUID();
  const organizationKeyId = organizationId && keyOf(organizationId);
  const input = { itemId, organizationId, organizationKeyId, collectionIds, ...sealedLogin() };
  return {
    create: () => execute(db, createItem, actor, input),
    made: () => db.$count(ciphers, and(eq(ciphers.createdAt, ciphers.revisedAt), idOf(ciphers, itemId))),
    told: () => db.$count(events, and(eq(events.type, "cipher.created"), subjectOf("itemId", itemId))),
  };
};

const creations: Record<string, () => Promise<Creation>> = {
  "an item of an organization": async () => {
    const { organizationId, owner, collectionId } = await db.transaction(anOrganization);
    return item(organizationId, [collectionId], owner.actor);
  },
  "an item of one's own": async () => {
    const { actor } = await db.transaction((tx) => aPerson(tx, "Person", { email: address() }));
    return item(null, [], actor);
  },
  "a collection": async () => {
    const { organizationId, owner } = await db.transaction(anOrganization);
    const collectionId = randomUUID();
    const members = [{ memberId: owner.memberId, permission: "manage" as const }];
    const input = {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionId,
      name: sealedText(),
      members,
    };
    return {
      create: () => execute(db, createCollection, owner.actor, input),
      made: () => db.$count(collections, idOf(collections, collectionId)),
      told: () => db.$count(events, subjectOf("collectionId", collectionId)),
    };
  },
  "a client": async () => {
    const { providerId, brett } = await db.transaction((tx) =>
      aProviderWith(tx, { brett: "provider_admin, confirmed" }),
    );
    const input = {
      providerId,
      organizationId: randomUUID(),
      name: "My Client",
      plan: "teams_monthly" as const,
      seats: 5,
      ownerEmail: address(),
      organizationKeyId: randomUUID(),
      organizationKeyForProvider: sealedText(5),
      publicKey: publicKey(),
      privateKeyForOrganization: sealedText(77),
      collectionName: sealedText(),
    };
    return {
      create: () => execute(db, createClient, brett.actor, input),
      made: () => db.$count(organizations, eq(organizations.providerId, providerId)),
      told: () =>
        db.$count(events, and(eq(events.type, "client.created"), eq(events.providerId, providerId))),
    };
  },
  "the set-up of a provider": aSetUp,
};

async function aSetUp(): Promise<Creation> {
  const email = address();
  const { providerId, owner, token } = await db.transaction(async (tx) => {
    const owner = await aPerson(tx, "Person", { email });
    const [provider] = await tx
      .insert(providers)
      .values({ ownerEmail: email, status: "pending" })
      .returning({ id: providers.id });
    if (!provider) throw new Error("no row came back");
    await tx
      .insert(providerPlans)
      .values({ providerId: provider.id, plan: "teams_monthly", seatMinimum: 75 });
    const subject = { purpose: "provider_set_up", email, providerId: provider.id } as const;
    return { providerId: provider.id, owner, token: await issueToken(tx, subject, new Date()) };
  });
  const input = {
    token,
    name: "My Provider",
    billingEmail: email,
    providerKeyForMember: sealedKey(),
  };
  return {
    create: () => execute(db, setUpProvider, owner.actor, input),
    made: () => db.$count(providerMembers, eq(providerMembers.providerId, providerId)),
    told: () => db.$count(events, and(eq(events.type, "provider.set_up"), eq(events.providerId, providerId))),
  };
}

type WithId = typeof ciphers | typeof collections;
const idOf = (table: WithId, id: string) => eq(table.id, id as never);
const subjectOf = (subject: "itemId" | "collectionId", id: string) => eq(events[subject], id as never);

/** Four at once: one makes it, three say that it existed, and the log tells it once. */
async function play(begin: () => Promise<Creation>): Promise<string | null> {
  const { create, made, told } = await begin();
  const answers: boolean[] = [];
  const once = async () => {
    answers.push((await create()).existed);
  };
  const outcomes = await Promise.all([once(), once(), once(), once()].map(outcomeOf));
  const first = answers.filter((existed) => !existed).length;
  const figures = [first, answers.length, await made(), await told()].join();
  return figures === "1,4,1,1" ? null : `${figures}: ${outcomes.join()}`;
}

test.each(Object.entries(creations))("%s sent four times at once is made once", async (_what, begin) => {
  const violations = await violationsIn(20, () => play(begin));
  expect(violations).toEqual([]);
  report(20, violations.length, 0);
});

test("without locks a set-up would be refused to the one who made it", async () => {
  const unlocked = await withoutLocks(() => violationsIn(20, () => play(aSetUp)));
  expect(unlocked.length).toBeGreaterThan(0);
  report(0, 0, unlocked.length);
});
