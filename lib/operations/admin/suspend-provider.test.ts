import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { operatorActor } from "@/lib/domain/actor";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { listProviders } from "@/lib/operations/admin/list-providers";
import { reinstateProvider } from "@/lib/operations/admin/reinstate-provider";
import { suspendProvider } from "@/lib/operations/admin/suspend-provider";
import { renameClient } from "@/lib/operations/client/rename-client";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { getOrganizationSuspension } from "@/lib/operations/organization/get-suspension";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, queuedMails } from "@/test/mails";
import { wholeVault } from "@/test/my-vault";
import { aCollection, aConfirmed, anItem, aVisit } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const reason = "Two invoices are overdue.";

/** A provider with two clients, one of which was suspended on its own, and an administrator of the instance. */
async function world(tx: Tx) {
  const administrator = await aPerson(tx, "Ada Boss", { instanceRole: "administrator" });
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    billy: "service_user, confirmed",
    waiting: "provider_admin, accepted",
  });
  const { providerId, brett } = team;
  const organizationId = await aClientOf(tx, providerId);
  const owner = await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
  const user = await aConfirmed(tx, organizationId, "user", "Claire Dubois");
  await anItem(tx, organizationId, [await aCollection(tx, organizationId, { [user.memberId]: "view" })]);
  const alone = await aClientOf(tx, providerId, { name: "Suspended Alone" });
  await tx.update(organizations).set({ state: "suspended" }).where(eq(organizations.id, alone));
  const elsewhere = await aClientOf(tx, (await aProviderWith(tx, {})).providerId);
  await aVisit(tx, organizationId, providerId, brett);
  const stateOf = async (id: typeof alone) => {
    const [row] = await tx
      .select({ state: organizations.state, standing: organizations.standing })
      .from(organizations)
      .where(eq(organizations.id, id));
    return row;
  };
  return { ...team, administrator, organizationId, owner, user, alone, elsewhere, stateOf };
}

type World = Awaited<ReturnType<typeof world>>;
const suspend = (tx: Tx, { providerId, administrator }: World) =>
  execute(tx, suspendProvider, administrator.actor, { providerId, reason });
const reinstate = (tx: Tx, { providerId, administrator }: World) =>
  execute(tx, reinstateProvider, administrator.actor, { providerId });

describe("suspending a provider", () => {
  test("suspends its clients with it, ends visits, and tells its admins why", async ({ tx }) => {
    const here = await world(tx);
    expect(await suspend(tx, here)).toEqual({ clients: 1 });
    expect(await here.stateOf(here.organizationId)).toEqual({ state: "suspended", standing: "suspended" });
    expect(await here.stateOf(here.elsewhere)).toMatchObject({ state: "enabled" });
    const [visit] = await tx.select().from(clientVisits);
    expect(visit?.endedAt).not.toBeNull();
    expect(await queuedMails(tx)).toEqual([{ kind: "provider.suspended", recipient: here.brett.email }]);
    expect(await eventsOf(tx)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: "provider.suspended",
          providerId: here.providerId,
          actorId: here.administrator.userId,
          details: { why: reason, count: 1 },
        }),
        expect.objectContaining({ type: "client.left" }),
        expect.objectContaining({ type: "organization.left_by_provider" }),
      ]),
    );
  });

  test("its people see why, and change nothing", async ({ tx }) => {
    const here = await world(tx);
    await suspend(tx, here);
    for (const { actor } of [here.brett, here.billy])
      expect(await ask(tx, getProviderFrame, actor, { providerId: here.providerId })).toMatchObject({
        state: "suspended",
        suspensionReason: reason,
      });
    const rename = { providerId: here.providerId, organizationId: here.organizationId, name: "Renamed" };
    await expectRefused(tx, renameClient, here.billy.actor, rename, "provider_suspended");
  });

  test("members of its clients read nothing from the next request on; owners see with whom", async ({
    tx,
  }) => {
    const here = await world(tx);
    const { organizationId, user, owner } = here;
    expect((await wholeVault(tx, user.actor)).items).toHaveLength(1);
    await suspend(tx, here);
    const vault = await wholeVault(tx, user.actor);
    expect([vault.items, vault.collections, vault.memberships]).toEqual([[], [], []]);
    const refused = { refusal: "organization_suspended" };
    await expect(ask(tx, getOrganizationFrame, owner.actor, { organizationId })).rejects.toMatchObject(
      refused,
    );
    await expect(ask(tx, getOrganizationKey, owner.actor, { organizationId })).rejects.toMatchObject(refused);
    expect(await ask(tx, getOrganizationSuspension, owner.actor, { organizationId })).toEqual({
      provider: "My Provider",
    });
    const stranger = await aPerson(tx, "Walt Stranger");
    await expect(ask(tx, getOrganizationSuspension, stranger.actor, { organizationId })).rejects.toThrow();
  });

  test("a second time changes nothing", async ({ tx }) => {
    const here = await world(tx);
    await suspend(tx, here);
    const before = await tx.$count(providers, eq(providers.suspensionReason, reason));
    const again = { providerId: here.providerId, reason: "Another reason" };
    await execute(tx, suspendProvider, here.administrator.actor, again);
    expect(await tx.$count(providers, eq(providers.suspensionReason, reason))).toBe(before);
    expect(await queuedMails(tx)).toHaveLength(1);
  });

  test("is for administrators of the instance, of a provider that is set up", async ({ tx }) => {
    const { providerId, brett } = await world(tx);
    await expectRefused(tx, suspendProvider, brett.actor, { providerId, reason }, "not_found");
    await expectRefused(tx, reinstateProvider, brett.actor, { providerId }, "not_found");
    const operator = operatorActor();
    const invitation = { email: "new@provider.example", teamsSeats: 1, enterpriseSeats: 0 };
    const pending = await execute(tx, inviteProvider, operator, invitation);
    await expectRefused(tx, suspendProvider, operator, { ...pending, reason }, "provider_not_set_up");
  });
});

describe("reinstating it", () => {
  test("brings back what was suspended with it; a client suspended before stays so", async ({ tx }) => {
    const here = await world(tx);
    await suspend(tx, here);
    expect(await reinstate(tx, here)).toEqual({ clients: 1 });
    expect(await here.stateOf(here.organizationId)).toEqual({ state: "enabled", standing: "active" });
    expect(await here.stateOf(here.alone)).toMatchObject({ state: "suspended" });
    expect((await wholeVault(tx, here.user.actor)).items).toHaveLength(1);
    expect(await ask(tx, getProviderFrame, here.billy.actor, { providerId: here.providerId })).toMatchObject({
      state: "enabled",
      suspensionReason: null,
      suspendedAt: null,
    });
    expect((await queuedMails(tx)).map(({ kind }) => kind)).toContain("provider.reinstated");
    expect((await eventsOf(tx)).map(({ type }) => type)).toContain("provider.reinstated");
    const [told, letters] = [await eventsOf(tx), await queuedMails(tx)];
    expect(await reinstate(tx, here)).toEqual({ clients: 0 });
    expect(await eventsOf(tx)).toEqual(told);
    expect(await queuedMails(tx)).toEqual(letters);
  });
});

test("the list is searched, filtered and sorted, and says nothing of clients but counts", async ({ tx }) => {
  const here = await world(tx);
  await aProviderWith(tx, {}, { name: "Épices du Nord" });
  await suspend(tx, here);
  const namesIn = async (view: object) =>
    (await ask(tx, listProviders, here.administrator.actor, view)).providers.map(({ name }) => name);
  expect(await namesIn({ search: "epices" })).toEqual(["Épices du Nord"]);
  expect(await namesIn({ status: "suspended" })).toEqual(["My Provider"]);
  expect(await namesIn({ status: "pending" })).toEqual([]);
  expect((await namesIn({ sort: "name", direction: "ascending" }))[0]).toBe("Épices du Nord");
  const { providers: listed } = await ask(tx, listProviders, here.administrator.actor, {
    status: "suspended",
  });
  expect(listed).toMatchObject([
    { clients: 2, members: 3, assigned: { teams_monthly: 20 }, suspensionReason: reason },
  ]);
  expect(JSON.stringify(listed)).not.toContain("Suspended Alone");
});
