import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { groups } from "@/db/schema/groups";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import { users } from "@/db/schema/users";
import { type LogIn, seedQuickstart } from "@/db/seed/quickstart";
import { anonymousActor, personActor } from "@/lib/domain/actor";
import { defaultKdf } from "@/lib/domain/kdf";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { logIn } from "@/lib/operations/account/log-in";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { ask } from "@/lib/operations/query";
import { makeKeyring } from "@/lib/vault/keyring";
import { openItems } from "@/lib/vault/open-items";
import { openOrganizationKey } from "@/lib/vault/open-organization";
import { openInMemory } from "@/test/database";
import { wholeVault } from "@/test/my-vault";

const password = "a password of this test";
let db: Database;
let logIns: LogIn[];

beforeAll(async () => {
  db = await openInMemory();
  logIns = await seedQuickstart(db, password);
});

test("it tells whom to log in as", () => {
  expect(logIns.map(({ email }) => email)).toEqual([
    "administrator@trousseau.example",
    "brett.warden@provider.example",
    "betty.warden@provider.example",
    "billy.warden@provider.example",
    "owner@my-clients-organization.example",
  ]);
});

test("the provider has four members, of whom one is invited and one waits", async () => {
  const members = await db.select().from(providerMembers).orderBy(asc(providerMembers.createdAt));
  expect(members.map(({ role, status }) => [role, status])).toEqual([
    ["provider_admin", "confirmed"],
    ["service_user", "confirmed"],
    ["service_user", "accepted"],
    ["service_user", "invited"],
  ]);
  expect(members[3]?.email).toBe("de-invited@provider.example");
});

test("three clients have one used seat each, and no seat was bought", async () => {
  const clients = await db.select().from(organizations).orderBy(asc(organizations.createdAt));
  expect(clients.map(({ name, plan, seats, usedSeats }) => [name, plan, seats, usedSeats])).toEqual([
    ["My Client's Organization", "enterprise_monthly", 15, 1],
    ["Second Client's Organization", "teams_monthly", 20, 1],
    ["Third Client's Organization", "enterprise_monthly", 10, 1],
  ]);
  const plans = await db.select().from(providerPlans);
  expect(plans.every(({ purchasedSeats }) => purchasedSeats === 0)).toBe(true);
});

test("the owner of the first client opens their own login and the shared one", async () => {
  const email = "owner@my-clients-organization.example";
  const vault = makeKeyring();
  const master = { email, password, kdf: defaultKdf };
  const authenticationHash = await vault.deriveAuthentication(master);
  const nobody = anonymousActor({ type: "firefox_browser", ip: null });
  const proof = { email, authenticationHash, deviceIdentifier: randomUUID() };
  const { userId, sessionId } = await execute(db, logIn, nobody, proof);
  const actor = personActor({ userId, sessionId, device: nobody.device });
  await vault.unlockAfterSignIn(await ask(db, getMyKeys, actor, {}));

  const { memberships, collections, items } = await wholeVault(db, actor);
  const [membership] = memberships;
  if (!membership) throw new Error("the owner is a confirmed member");
  const { organizationId } = membership;
  await openOrganizationKey(
    vault,
    organizationId,
    await ask(db, getOrganizationKey, actor, { organizationId }),
  );

  const names = collections.map(({ name }) => name);
  expect(await vault.openTexts(`organization:${organizationId}`, names)).toEqual([
    "Default collection",
    "Socials",
    "Productivity Tools",
    "Financials",
  ]);
  const own = items.filter((item) => item.organizationId === null);
  const shared = items.filter((item) => item.organizationId === organizationId);
  expect(await openItems(vault, "user", own)).toMatchObject([
    { content: { name: "Personal Login", data: { username: "myusername" } } },
  ]);
  expect(await openItems(vault, `organization:${organizationId}`, shared)).toMatchObject([
    { content: { name: "Shared Login", data: { username: "username" } } },
  ]);
});

test("two clients have groups, and the matrix of each is filled", async () => {
  const made = await db.select().from(groups).orderBy(asc(groups.createdAt), asc(groups.sortName));
  expect(made.map(({ name, collections }) => [name, collections])).toEqual([
    ["Marketing", 2],
    ["Roastery", 2],
    ["Shops", 1],
    ["Marketing", 3],
    ["Roastery", 4],
    ["Shops", 3],
  ]);
});

test("everything in it was done by somebody, and stands in the log", async () => {
  const people = new Set((await db.select({ id: users.id }).from(users)).map(({ id }) => id));
  const log = await db.select().from(events).orderBy(events.sequence);
  const doers = log.filter(({ actorId }) => actorId !== null);
  expect(doers.every(({ actorId }) => actorId !== null && people.has(actorId))).toBe(true);
  expect(log.filter(({ type }) => type === "client.created")).toHaveLength(3);
  expect(log.filter(({ type }) => type === "cipher.created")).toHaveLength(2);
});
