import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import { listVisits } from "@/lib/operations/organization/list-visits";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { updateOrganization } from "@/lib/operations/organization/update-organization";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { leaveClient } from "@/lib/operations/visit/leave-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aConfirmed, anOrganizationWith, anyId, aProviderWithAdmin, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";

async function aClient(tx: Tx) {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  const manager = await aConfirmed(tx, organizationId, "admin", "Adam Admin");
  await execute(tx, enterClient, admin.actor, { organizationId });
  const typesOf = async () => (await tx.select({ type: events.type }).from(events)).map(({ type }) => type);
  return { organizationId, admin, owner, manager, typesOf };
}

test("an owner closes the door: the visit ends with it, no key is served, and both logs say so", async ({
  tx,
}) => {
  const { organizationId, admin, owner, typesOf } = await aClient(tx);
  await ask(tx, getOrganizationKey, admin.actor, { organizationId });
  await execute(tx, setProviderAccess, owner.actor, { organizationId, access: "closed" });
  await expect(ask(tx, getOrganizationKey, admin.actor, { organizationId })).rejects.toMatchObject({
    refusal: "provider_access_closed",
  });
  await expectRefused(tx, enterClient, admin.actor, { organizationId }, "provider_access_closed");
  expect(await tx.select({ endedAt: clientVisits.endedAt }).from(clientVisits)).toEqual([
    { endedAt: expect.any(Date) },
  ]);
  expect(await typesOf()).toEqual([
    "client.entered",
    "organization.entered_by_provider",
    "organization.provider_access_changed",
    "client.access_changed",
    "client.left",
    "organization.left_by_provider",
  ]);
  await execute(tx, setProviderAccess, owner.actor, { organizationId, access: "full" });
  await execute(tx, enterClient, admin.actor, { organizationId });
});

test("the same choice again changes nothing", async ({ tx }) => {
  const { organizationId, owner, typesOf } = await aClient(tx);
  const before = await typesOf();
  await execute(tx, setProviderAccess, owner.actor, { organizationId, access: "full" });
  expect(await typesOf()).toEqual(before);
});

test("neither an admin nor the provider decides how far the provider is let in, or sees its visits", async ({
  tx,
}) => {
  const { organizationId, admin, manager } = await aClient(tx);
  for (const { actor } of [admin, manager]) {
    await expectRefused(tx, setProviderAccess, actor, { organizationId, access: "closed" }, "not_found");
    await expect(ask(tx, listVisits, actor, { organizationId })).rejects.toThrow(NotFound);
  }
  const input = { organizationId, name: "Other", billingEmail: "bills@client.example" };
  await expectRefused(tx, updateOrganization, manager.actor, input, "not_found");
  await execute(tx, updateOrganization, admin.actor, input);
});

test("an organization without a provider lets none in", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  await expectRefused(tx, setProviderAccess, owner.actor, { organizationId, access: "closed" }, "not_found");
});

test("an owner sees each visit, from when to when, and how much was done in it", async ({ tx }) => {
  const { organizationId, admin, owner } = await aClient(tx);
  const collection = { organizationId, organizationKeyId: keyOf(organizationId), collectionId: anyId() };
  await execute(tx, createCollection, admin.actor, { ...collection, name: sealedText(), members: [] });
  const open = await ask(tx, listVisits, owner.actor, { organizationId });
  expect(open.visits).toMatchObject([{ name: "My Provider Admin", acts: 1, isOpen: true, endedAt: null }]);
  await execute(tx, leaveClient, admin.actor, { organizationId });
  const over = await ask(tx, listVisits, owner.actor, { organizationId });
  expect(over.visits).toMatchObject([{ acts: 1, isOpen: false, endedAt: expect.any(Date) }]);
});

test("a new name stands in both logs, a new billing address in the organization's", async ({ tx }) => {
  const { organizationId, owner, typesOf } = await aClient(tx);
  const billingEmail = "bills@client.example";
  await execute(tx, updateOrganization, owner.actor, { organizationId, name: "École & Söhne", billingEmail });
  await execute(tx, updateOrganization, owner.actor, { organizationId, name: "École & Söhne", billingEmail });
  expect(await ask(tx, getOrganizationSettings, owner.actor, { organizationId })).toEqual({
    name: "École & Söhne",
    billingEmail,
    providerAccess: "full",
    apiKeyMadeAt: null,
    provider: "My Provider",
  });
  const [row] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
  expect(row?.sortName).toBe("ecole & sohne");
  expect((await typesOf()).slice(2)).toEqual(["organization.updated", "client.renamed"]);
});
