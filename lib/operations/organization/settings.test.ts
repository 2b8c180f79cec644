import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { events } from "@/db/schema/events";
import { jobs } from "@/db/schema/jobs";
import { organizations } from "@/db/schema/organizations";
import { type CollectionSwitch, firstSwitches } from "@/lib/domain/organization/inputs";
import { MailPayload, openMail } from "@/lib/mail/sealed-mail";
import { createCollection } from "@/lib/operations/collection/create-collection";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { listVisits } from "@/lib/operations/organization/list-visits";
import { setCollectionSwitches } from "@/lib/operations/organization/set-collection-switches";
import { setProviderAccess } from "@/lib/operations/organization/set-provider-access";
import { updateOrganization } from "@/lib/operations/organization/update-organization";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { leaveClient } from "@/lib/operations/visit/leave-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import {
  aConfirmed,
  aMemberOf,
  anOrganizationWith,
  anyId,
  aProviderWithAdmin,
  keyOf,
} from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";

async function aClient(tx: Tx) {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  const owner = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
  const manager = await aConfirmed(tx, organizationId, "admin", "Adam Admin");
  await execute(tx, enterClient, admin.actor, { organizationId });
  const typesOf = async () =>
    (await tx.select({ type: events.type }).from(events).orderBy(events.sequence)).map(({ type }) => type);
  return { organizationId, admin, owner, manager, typesOf };
}

test("whoever of the provider is a member is still served the key after the door is closed, as the settings say", async ({
  tx,
}) => {
  const { organizationId, admin, owner } = await aClient(tx);
  await aMemberOf(tx, organizationId, admin);
  await execute(tx, setProviderAccess, owner.actor, { organizationId, access: "closed" });
  expect(await ask(tx, getOrganizationKey, admin.actor, { organizationId })).toMatchObject({
    kind: "member",
  });
});

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
  const input = { organizationId, name: "Other", billingEmail: "bills@client.example", language: null };
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
  const renamed = { organizationId, name: "École & Söhne", billingEmail, language: null };
  await execute(tx, updateOrganization, owner.actor, renamed);
  await execute(tx, updateOrganization, owner.actor, renamed);
  expect(await ask(tx, getOrganizationSettings, owner.actor, { organizationId })).toMatchObject({
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

test("the language is that of invitations to whom has chosen none, and of the accounts that they lead to", async ({
  tx,
}) => {
  const { organizationId, owner, typesOf } = await aClient(tx);
  const settings = await ask(tx, getOrganizationSettings, owner.actor, { organizationId });
  expect(settings.language).toBeNull();
  const before = (await typesOf()).length;
  const billingEmail = "bills@client.example";
  const chosen = { organizationId, name: settings.name, billingEmail, language: "fr" as const };
  await execute(tx, updateOrganization, owner.actor, chosen);
  await execute(tx, updateOrganization, owner.actor, chosen);
  expect((await typesOf()).slice(before)).toEqual(["organization.updated"]);
  const reader = await aPerson(tx, "Ravi Menon", { locale: "en" });
  await execute(tx, inviteOrganizationMembers, owner.actor, {
    organizationId,
    role: "user",
    emails: ["newcomer@client.example", reader.email],
    collections: [],
  });
  const localeTo = async (recipient: string) => {
    const [letter] = await tx
      .select({ id: jobs.id, payload: jobs.payload })
      .from(jobs)
      .where(sql`${jobs.payload} ->> 'recipient' = ${recipient}`);
    return letter && openMail({ id: letter.id, recipient }, MailPayload.parse(letter.payload).sealed).locale;
  };
  expect([await localeTo("newcomer@client.example"), await localeTo(reader.email)]).toEqual(["fr", "en"]);
});

test("each switch that changes stands in the log, and only what changes does", async ({ tx }) => {
  const { organizationId, owner, manager, admin, typesOf } = await aClient(tx);
  const { switches } = await ask(tx, getOrganizationSettings, owner.actor, { organizationId });
  expect(switches).toEqual({
    adminsReachAll: true,
    deletionNeedsManage: false,
    creationIsLimited: true,
    collectionDeletionIsLimited: true,
  });
  const before = (await typesOf()).length;
  const usual = {
    organizationId,
    limitCollectionCreation: true,
    limitCollectionDeletion: true,
    limitItemDeletion: false,
    allowAdminAccessToAllCollectionItems: true,
  };
  await execute(tx, setCollectionSwitches, owner.actor, usual);
  await execute(tx, setCollectionSwitches, owner.actor, {
    organizationId,
    limitCollectionCreation: false,
    limitCollectionDeletion: false,
    limitItemDeletion: true,
    allowAdminAccessToAllCollectionItems: false,
  });
  await execute(tx, setCollectionSwitches, admin.actor, { ...usual, limitItemDeletion: true });
  await expectRefused(tx, setCollectionSwitches, manager.actor, usual, "not_found");
  expect((await typesOf()).slice(before)).toEqual([
    "organization.collection_creation_opened",
    "organization.collection_deletion_opened",
    "organization.item_deletion_limited",
    "organization.admins_reach_their_own",
    "organization.collection_creation_limited",
    "organization.collection_deletion_limited",
    "organization.admins_reach_all",
  ]);
});

test("two owners who set different switches overwrite nothing of each other", async ({ tx }) => {
  const { organizationId, owner, manager } = await aClient(tx);
  const other = await aConfirmed(tx, organizationId, "owner", "Otto Owner");
  const shown: Record<CollectionSwitch, boolean> = firstSwitches;
  const set = (by: typeof owner, changed: Partial<typeof shown>) =>
    execute(tx, setCollectionSwitches, by.actor, { organizationId, ...shown, ...changed, shown });
  await set(owner, { limitItemDeletion: !shown.limitItemDeletion });
  await set(other, { limitCollectionCreation: !shown.limitCollectionCreation });
  const { switches } = await ask(tx, getOrganizationSettings, owner.actor, { organizationId });
  expect(switches).toMatchObject({
    deletionNeedsManage: !shown.limitItemDeletion,
    creationIsLimited: !shown.limitCollectionCreation,
    adminsReachAll: shown.allowAdminAccessToAllCollectionItems,
  });
  await expectRefused(
    tx,
    setCollectionSwitches,
    manager.actor,
    { organizationId, ...shown, shown },
    "not_found",
  );
});
