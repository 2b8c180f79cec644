import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import type { OrganizationId, ProviderId } from "@/lib/domain/ids";
import type { clientFilters } from "@/lib/domain/provider/inputs";
import { exportClients } from "@/lib/operations/client/export-clients";
import { findClients } from "@/lib/operations/client/find-clients";
import { getPortalOverview } from "@/lib/operations/client/get-portal-overview";
import { listClients } from "@/lib/operations/client/list-clients";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aConfirmed, aMemberOf } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;

/** A client of each kind: in order, full, waiting for its owner, without one, suspended. */
async function five(tx: Tx, providerId: ProviderId) {
  const at = async (name: string, seats = { seats: 10, used: 2 }) =>
    aClientOf(tx, providerId, { name, ...seats });
  const [well, full] = [await at("Well"), await at("Full", { seats: 4, used: 3 })];
  await aConfirmed(tx, well, "owner", "Ada");
  await aConfirmed(tx, full, "owner", "Bea");
  const begun = await at("Begun");
  await aMemberOf(tx, begun, await aPerson(tx, "Owner"), { role: "owner", status: "invited" });
  await at("Ownerless");
  const held = await at("Held");
  await tx.update(organizations).set({ state: "suspended" }).where(eq(organizations.id, held));
  return { well, full };
}

test("a client stands as its owners and its state say, and filters show who fits", async ({ tx }) => {
  const { providerId, betty } = await aProviderWith(tx, wardens);
  await five(tx, providerId);
  const { clients } = await ask(tx, listClients, betty.actor, { providerId });
  expect(Object.fromEntries(clients.map(({ name, standing }) => [name, standing]))).toEqual({
    Well: "active",
    Full: "active",
    Begun: "onboarding",
    Ownerless: "ownerless",
    Held: "suspended",
  });
  const named = async (status: (typeof clientFilters)[number]) =>
    (await ask(tx, listClients, betty.actor, { providerId, status })).clients.map(({ name }) => name);
  expect(await named("attention")).toEqual(["Begun", "Full", "Ownerless"]);
  expect(await named("confirm")).toEqual([]);
  expect(await named("onboarding")).toEqual(["Begun"]);
  expect(await named("suspended")).toEqual(["Held"]);
});

test("each card of the overview counts what its filter shows", async ({ tx }) => {
  const { providerId, betty } = await aProviderWith(tx, wardens);
  const { well } = await five(tx, providerId);
  await aMemberOf(tx, well, await aPerson(tx, "Newcomer"), { role: "user", status: "accepted" });
  const names = async (status: (typeof clientFilters)[number]) =>
    (await ask(tx, listClients, betty.actor, { providerId, status })).clients.map(({ name }) => name);
  const { unsettled, awaited } = await ask(tx, getPortalOverview, betty.actor, { providerId });
  expect(await names("attention")).toHaveLength(unsettled.count);
  expect(await names("confirm")).toEqual(["Well"]);
  expect(awaited.count).toBe(1);
});

test("an export is of what the list shows, or of what was selected, and stands in the log", async ({
  tx,
}) => {
  const { providerId, betty } = await aProviderWith(tx, wardens);
  const elsewhere = await aProviderWith(tx, wardens);
  const theirs = await aClientOf(tx, elsewhere.providerId);
  const { well, full } = await five(tx, providerId);
  const names = async (which: {
    status?: "attention";
    search?: string;
    organizationIds?: OrganizationId[];
  }) =>
    (await execute(tx, exportClients, betty.actor, { providerId, ...which })).clients.map(({ name }) => name);
  expect(await names({})).toHaveLength(5);
  expect(await names({ status: "attention", search: "u" })).toEqual(["Begun", "Full"]);
  expect(await names({ search: "none", organizationIds: [well, full] })).toEqual(["Full", "Well"]);
  const foreign = { providerId, organizationIds: [well, theirs] };
  await expectRefused(tx, exportClients, betty.actor, foreign, "not_found");
  expect((await eventsOf(tx)).map(({ type, details }) => [type, details])).toEqual([
    ["provider.clients_exported", { count: 5 }],
    ["provider.clients_exported", { count: 2 }],
    ["provider.clients_exported", { count: 2 }],
  ]);
});

test("clients are found by a part of their name, and before that those that were entered last", async ({
  tx,
}) => {
  const { providerId, betty, brett } = await aProviderWith(tx, wardens);
  const { well, full } = await five(tx, providerId);
  const elsewhere = await aProviderWith(tx, wardens);
  await aClientOf(tx, elsewhere.providerId, { name: "Wellington" });
  await execute(tx, enterClient, betty.actor, { organizationId: full });
  await execute(tx, enterClient, betty.actor, { organizationId: well });
  const first = await ask(tx, findClients, betty.actor, { providerId });
  expect(first.recent.map(({ name }) => name).toSorted()).toEqual(["Full", "Well"]);
  expect(first.clients).toHaveLength(5);
  expect(await ask(tx, findClients, betty.actor, { providerId, search: "WELL" })).toEqual({
    recent: [],
    clients: [{ id: well, name: "Well" }],
    areMore: false,
  });
  expect(first.areMore).toBe(false);
  for (let made = 0; made < 4; made += 1) await aClientOf(tx, providerId, { name: `Another ${made}` });
  const many = await ask(tx, findClients, betty.actor, { providerId });
  expect(many.clients).toHaveLength(8);
  expect(many.areMore).toBe(true);
  expect((await ask(tx, findClients, brett.actor, { providerId })).recent).toEqual([]);
});

test("of a suspended provider no clients are found, and the list can still be taken along", async ({
  tx,
}) => {
  const { providerId, brett } = await aProviderWith(tx, wardens, { state: "suspended" });
  await aClientOf(tx, providerId);
  await expect(ask(tx, findClients, brett.actor, { providerId })).rejects.toMatchObject({
    refusal: "provider_suspended",
  });
  expect((await execute(tx, exportClients, brett.actor, { providerId })).clients).toHaveLength(1);
});
