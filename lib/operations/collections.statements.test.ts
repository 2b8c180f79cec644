import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { countingLogger, countStatements } from "@/db/counting";
import { organizations } from "@/db/schema/organizations";
import { changeAccessInCollections } from "@/lib/operations/collection/change-access-in-collections";
import { createCollections } from "@/lib/operations/collection/create-collections";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { execute } from "@/lib/operations/command";
import { createGroups } from "@/lib/operations/group/create-groups";
import { changeMemberCollections } from "@/lib/operations/organization/change-member-collections";
import { changeMemberGroups } from "@/lib/operations/organization/change-member-groups";
import { getOverview } from "@/lib/operations/organization/get-overview";
import { ask } from "@/lib/operations/query";
import { openInMemory } from "@/test/database";
import { aCollection, aConfirmed, anOrganizationWith, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";

let db: Database;

beforeAll(async () => {
  db = await openInMemory({ logger: countingLogger() });
});

async function anOrganizationOf(count: number) {
  return db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", `Owner ${randomUUID()}`);
    const collectionIds = [];
    for (let made = 0; made < count; made += 1) collectionIds.push(await aCollection(tx, organizationId));
    return { organizationId, owner, collectionIds };
  });
}

type Ready = (made: Awaited<ReturnType<typeof anOrganizationOf>>, count: number) => () => Promise<unknown>;

/** The statements of an act with one and with twenty collections. */
async function withOneAndTwenty(ready: Ready) {
  const figures: number[] = [];
  for (const count of [1, 20]) {
    const act = ready(await anOrganizationOf(count), count);
    figures.push((await countStatements(act)).statements);
  }
  return { one: figures[0], twenty: figures[1] };
}

const times = <Made>(count: number, make: () => Made) => Array.from({ length: count }, make);

const acts: Record<string, Ready> = {
  "making them":
    ({ organizationId, owner }, count) =>
    () =>
      execute(db, createCollections, owner.actor, {
        organizationId,
        organizationKeyId: keyOf(organizationId),
        collections: times(count, () => ({ collectionId: randomUUID(), name: sealedText() })),
      }),
  "making groups":
    ({ organizationId, owner }, count) =>
    () =>
      execute(db, createGroups, owner.actor, {
        organizationId,
        groups: times(count, () => ({ groupId: randomUUID(), name: "Finance" })),
      }),
  "giving them":
    ({ organizationId, owner, collectionIds }) =>
    () =>
      execute(db, changeAccessInCollections, owner.actor, {
        organizationId,
        collectionIds,
        holder: { memberId: owner.memberId },
        permission: "manage",
      }),
  "giving them to one member, changing what they allow, and taking them":
    ({ organizationId, owner, collectionIds }) =>
    async () => {
      const none = { organizationId, memberId: owner.memberId, given: [], changed: [], taken: [] };
      const all = (permission: "view" | "edit") =>
        collectionIds.map((collectionId) => ({ collectionId, permission }));
      await execute(db, changeMemberCollections, owner.actor, { ...none, given: all("view") });
      await execute(db, changeMemberCollections, owner.actor, { ...none, changed: all("edit") });
      await execute(db, changeMemberCollections, owner.actor, { ...none, taken: collectionIds });
    },
  "putting a member into as many groups, where not everybody reaches all":
    ({ organizationId, owner }, count) =>
    async () => {
      const groups = times(count, () => ({ groupId: randomUUID(), name: "Finance" }));
      const { memberId } = await db.transaction((tx) =>
        aConfirmed(tx, organizationId, "user", `Member ${randomUUID()}`),
      );
      await db
        .update(organizations)
        .set({ allowAdminAccessToAllCollectionItems: false })
        .where(eq(organizations.id, organizationId));
      await execute(db, createGroups, owner.actor, { organizationId, groups });
      const given = groups.map(({ groupId }) => groupId);
      await execute(db, changeMemberGroups, owner.actor, { organizationId, memberId, given, taken: [] });
    },
  "deleting them":
    ({ organizationId, owner, collectionIds }) =>
    () =>
      execute(db, deleteCollections, owner.actor, { organizationId, collectionIds }),
  "listing them":
    ({ organizationId, owner }) =>
    () =>
      ask(db, listCollections, owner.actor, { organizationId }),
  "the overview":
    ({ organizationId, owner }) =>
    () =>
      ask(db, getOverview, owner.actor, { organizationId }),
};

test.each(Object.entries(acts))("%s takes the statements of one", async (_what, ready) => {
  const { one, twenty } = await withOneAndTwenty(ready);
  expect(twenty).toBe(one);
});
