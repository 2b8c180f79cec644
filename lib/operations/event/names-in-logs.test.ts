import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import type { AuditEvent } from "@/lib/domain/events";
import type { CustomPermission } from "@/lib/domain/organization/permissions";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { execute } from "@/lib/operations/command";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { ask } from "@/lib/operations/query";
import { record } from "@/lib/operations/record";
import { test } from "@/test/database";
import { aCollection, aConfirmed, anItem, aProviderWithAdmin, aVisit } from "@/test/organization";
import type { Person } from "@/test/people";
import { anEnterprise } from "@/test/policies";

/** A client whose log tells of an item, of its collection and of a deleted one, and the provider's admin inside. */
async function aToldClient(tx: Tx) {
  const provider = await aProviderWithAdmin(tx);
  const { organizationId } = await anEnterprise(tx, { provider });
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const admin = await aConfirmed(tx, organizationId, "admin", "Betty Warden");
  const custom = await aConfirmed(tx, organizationId, "custom", "Billy Warden");
  await aVisit(tx, organizationId, provider.providerId, provider.admin);
  const collectionId = await aCollection(tx, organizationId);
  const gone = await aCollection(tx, organizationId);
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const happened: AuditEvent[] = [
    { type: "collection.created", organizationId, collectionId },
    { type: "cipher.viewed", organizationId, itemId },
  ];
  await record(tx, owner.actor, happened, {}, new Date());
  await execute(tx, deleteCollections, owner.actor, { organizationId, collectionIds: [gone] });
  const namedFor = async ({ actor }: Pick<Person, "actor">) => {
    const { names } = await ask(tx, listOrganizationEvents, actor, { organizationId });
    return { collections: names.collections.length, items: names.items.length };
  };
  const withPermissions = async (...permissions: CustomPermission[]) => {
    await tx
      .update(organizationMembers)
      .set({ permissions })
      .where(eq(organizationMembers.id, custom.memberId));
    return namedFor(custom);
  };
  const set = (columns: Partial<typeof organizations.$inferInsert>) =>
    tx.update(organizations).set(columns).where(eq(organizations.id, organizationId));
  const visitor = provider.admin;
  return { organizationId, owner, admin, visitor, collectionId, namedFor, withPermissions, set };
}

describe("the names of what a log is about", () => {
  test("are given to whom the console shows collections and items", async ({ tx }) => {
    const { owner, admin, visitor, namedFor, withPermissions } = await aToldClient(tx);
    for (const who of [owner, admin, visitor])
      expect(await namedFor(who)).toEqual({ collections: 2, items: 1 });
    const all = await withPermissions("event_logs", "edit_any_collection");
    expect(all).toEqual({ collections: 2, items: 1 });
  });

  test("are withheld from a custom role that has the log alone, those of deleted collections too", async ({
    tx,
  }) => {
    const { withPermissions } = await aToldClient(tx);
    expect(await withPermissions("event_logs")).toEqual({ collections: 0, items: 0 });
    const listing = await withPermissions("event_logs", "delete_any_collection");
    expect(listing).toEqual({ collections: 2, items: 0 });
  });

  test("of items are withheld from owners and admins who do not reach all of them", async ({ tx }) => {
    const { owner, admin, visitor, namedFor, set } = await aToldClient(tx);
    await set({ allowAdminAccessToAllCollectionItems: false });
    for (const who of [owner, admin]) expect(await namedFor(who)).toEqual({ collections: 2, items: 0 });
    expect(await namedFor(visitor)).toEqual({ collections: 2, items: 1 });
  });

  test("of items are withheld from a provider that manages without items", async ({ tx }) => {
    const { visitor, namedFor, set } = await aToldClient(tx);
    await set({ providerAccess: "manage_without_items" });
    expect(await namedFor(visitor)).toEqual({ collections: 2, items: 0 });
  });

  test("do not say what a member calls a collection of their own", async ({ tx }) => {
    const { owner, admin, collectionId, namedFor } = await aToldClient(tx);
    await tx
      .update(collections)
      .set({ type: "my_items", ownerMemberId: admin.memberId })
      .where(eq(collections.id, collectionId));
    expect(await namedFor(owner)).toEqual({ collections: 1, items: 0 });
  });
});
