import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { blueprints } from "@/db/schema/blueprints";
import { collectionGroups } from "@/db/schema/collection-groups";
import { collections } from "@/db/schema/collections";
import { events } from "@/db/schema/events";
import { groups } from "@/db/schema/groups";
import { invoices } from "@/db/schema/invoices";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import { rotationDebts } from "@/db/schema/rotation-debts";
import { beginNorthbeam } from "@/db/seed/northbeam/northbeam";
import { type NorthbeamClient, readNorthbeam } from "@/db/seed/northbeam/scenario";
import type { LogIn } from "@/db/seed/quickstart";
import { countOwed } from "@/lib/operations/rotation/internal/count-owed";
import { isOpenDebt } from "@/lib/operations/rotation/internal/open-debt";
import { untrueCounts } from "@/test/counts";
import { openInMemory } from "@/test/database";

/** The first member of each role and status: one of everything. */
function oneOfEach(client: NorthbeamClient): NorthbeamClient {
  const seen = new Set<string>();
  const members = client.members.filter(({ role: { role }, status }) => {
    const kind = `${role} ${status}`;
    return !seen.has(kind) && seen.add(kind);
  });
  return { ...client, members };
}

const whole = readNorthbeam();
const scenario = {
  ...whole,
  clients: whole.clients.filter(({ slug }) => ["cobalt", "dune", "iris"].includes(slug)).map(oneOfEach),
};

let db: Database;
let logIns: LogIn[];
const told: [number, number][] = [];

beforeAll(async () => {
  const demo = beginNorthbeam(scenario);
  try {
    db = await openInMemory();
    logIns = await demo.fill(db, "a password of this test", (...progress) => told.push(progress));
  } finally {
    demo.end();
  }
}, 420_000);

const idOf = async (name: string) => {
  const [client] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.name, name));
  if (!client) throw new Error(`there is no ${name}`);
  return client.id;
};

test("the team is as the data has it, without whoever was removed", async () => {
  const team = await db
    .select({ email: providerMembers.address, role: providerMembers.role, status: providerMembers.status })
    .from(providerMembers)
    .orderBy(asc(providerMembers.address));
  expect(team.map(({ email, role, status }) => `${email?.split("@")[0]} ${role} ${status}`)).toEqual([
    "claire service_user confirmed",
    "jonas service_user accepted",
    "lee.contractor service_user confirmed",
    "maya provider_admin confirmed",
    "ravi service_user confirmed",
    "s.haddad service_user invited",
    "tomas provider_admin confirmed",
  ]);
});

test("the contractor's access ends on its date, and each baseline is a blueprint", async () => {
  const ending = await db.select().from(providerMembers).where(isNotNull(providerMembers.accessEndsAt));
  const inDays = ending.map(({ accessEndsAt }) => (Number(accessEndsAt) - Date.now()) / 86_400_000);
  // The data looks back on a morning, and is moved by whole days.
  expect(inDays.map((count) => count > 18 && count < 20)).toEqual([true]);
  expect(await db.$count(blueprints)).toBe(whole.baselines.length);
});

test("clients have their plans, seats and owners", async () => {
  const theirs = isNotNull(organizations.providerId);
  const rows = await db.select().from(organizations).where(theirs).orderBy(asc(organizations.sortName));
  expect(rows.map(({ name, plan, seats, standing }) => [name, plan, seats, standing])).toEqual([
    ["Cobalt Manufacturing", "enterprise_monthly", 60, "active"],
    ["Dune Coffee Roasters", "teams_monthly", 8, "active"],
    ["Iris Relief Network", "teams_monthly", 10, "onboarding"],
  ]);
  const plans = await db.select().from(providerPlans).orderBy(asc(providerPlans.plan));
  expect(plans.map(({ plan, seatMinimum }) => [plan, seatMinimum])).toEqual([
    ["enterprise_monthly", 150],
    ["teams_monthly", 75],
  ]);
});

test("a client that has left lives on without the provider", async () => {
  const rows = await db.select().from(organizations).where(isNull(organizations.providerId));
  expect(rows.map(({ name, usedSeats }) => [name, usedSeats])).toEqual([["Kestrel Travel", 1]]);
});

test("members of a client are in every state, with their roles and enrolments", async () => {
  const organizationId = await idOf("Cobalt Manufacturing");
  const rows = await db
    .select()
    .from(organizationMembers)
    .where(eq(organizationMembers.organizationId, organizationId));
  const states = rows.map(({ role, status, revocationReason }) => [role, status, revocationReason].join(" "));
  expect(states.sort()).toEqual([
    "admin confirmed ",
    "custom confirmed ",
    "owner confirmed ",
    "user accepted ",
    "user confirmed ",
    "user invited ",
    "user revoked two_factor_policy",
  ]);
  const custom = rows.find(({ role }) => role === "custom");
  expect(custom?.permissions).toEqual(["manage_users", "manage_groups", "manage_account_recovery"]);
  const enrolled = rows.filter(({ userKeyForOrganization }) => userKeyForOrganization !== null);
  expect(enrolled).toHaveLength(4);
});

test("the matrix of a client has the cells of the data", async () => {
  const organizationId = await idOf("Dune Coffee Roasters");
  const made = await db.select().from(groups).where(eq(groups.organizationId, organizationId));
  expect(made.map(({ name }) => name).sort()).toEqual(["Marketing", "Roastery", "Shops"]);
  const cells = await db
    .select({ group: groups.name, permission: collectionGroups.permission })
    .from(collectionGroups)
    .innerJoin(groups, eq(groups.id, collectionGroups.groupId))
    .where(eq(collectionGroups.organizationId, organizationId));
  const wanted = Object.entries(scenario.clients.find(({ slug }) => slug === "dune")?.access ?? {}).flatMap(
    ([group, row]) =>
      Object.values(row).flatMap((permission) => (permission ? `${group} ${permission}` : [])),
  );
  expect(cells.map(({ group, permission }) => `${group} ${permission}`).sort()).toEqual(wanted.sort());
});

test("policies are on, and members whom data ownership binds have a collection of their own", async () => {
  const organizationId = await idOf("Cobalt Manufacturing");
  const on = await db.select().from(policies).where(eq(policies.organizationId, organizationId));
  expect(on.map(({ type }) => type).sort()).toEqual([
    "account_recovery",
    "data_ownership",
    "master_password",
    "remove_personal_export",
    "single_organization",
    "two_step_login",
    "vault_timeout",
  ]);
  const own = and(eq(collections.organizationId, organizationId), isNotNull(collections.ownerMemberId));
  expect(await db.$count(collections, own)).toBe(3);
});

test("whoever was removed has left debts, some of which are paid", async () => {
  const debts = await db
    .select({ id: rotationDebts.id, organizationId: organizations.id, client: organizations.name })
    .from(rotationDebts)
    .innerJoin(organizations, eq(organizations.id, rotationDebts.organizationId))
    .where(and(isNotNull(organizations.providerId), isOpenDebt))
    .orderBy(asc(organizations.name));
  const counted = debts.map(({ id, organizationId, client }) =>
    db.transaction(async (tx) => ({ client, ...(await countOwed(tx, organizationId, [id]))(id) })),
  );
  expect(await Promise.all(counted)).toEqual([
    { client: "Cobalt Manufacturing", items: 22, changed: 2 },
    { client: "Dune Coffee Roasters", items: 9, changed: 0 },
  ]);
});

test("three months are closed, and the first two paid", async () => {
  const rows = await db.select().from(invoices).orderBy(asc(invoices.month));
  expect(rows.map(({ status }) => status)).toEqual(["paid", "paid", "open"]);
});

test("the log has the dates of the data, and nothing lies ahead", async () => {
  const log = await db.select({ type: events.type, at: events.at }).from(events).orderBy(events.sequence);
  const made = log.filter(({ type }) => type === "client.created").map(({ at }) => Number(at));
  const daysAfterFirst = made.map((at) => Math.round((at - Math.min(...made)) / 86_400_000));
  expect(daysAfterFirst.sort((one, other) => one - other)).toEqual([0, 376, 455, 546]);
  expect(log.every(({ at }) => Number(at) <= Date.now())).toBe(true);
  expect(new Date().constructor).toBe(Date);
});

test("counters are true, and it is told whom to log in as and how many have come", async () => {
  expect(await db.transaction((tx) => untrueCounts(tx))).toEqual([]);
  expect(logIns.map(({ is }) => is)).toContain("Maya Lindqvist, provider admin");
  expect(logIns.find(({ is }) => is.startsWith("Tomás"))?.appKey).toMatch(/^[A-Z2-7]{32}$/);
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
});
