import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { groupMembers } from "@/db/schema/group-members";
import { organizationMembers } from "@/db/schema/organization-members";
import type { GroupId } from "@/lib/domain/ids";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { execute } from "@/lib/operations/command";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { changeGroupAccess } from "@/lib/operations/group/change-group-access";
import { createGroup } from "@/lib/operations/group/create-group";
import { listGroupMembers } from "@/lib/operations/group/list-group-members";
import { listGroups } from "@/lib/operations/group/list-groups";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { ask } from "@/lib/operations/query";
import { fillOrganization, type Size } from "@/scripts/bench/organization-rows";
import { type MeasuredDatabase, openMeasured } from "@/test/buffers";
import { aCollection, aConfirmed, anItem, anOrganizationWith, anyId } from "@/test/organization";

/** With more groups and collections than a page shows, so that both organizations show as many. */
export const small: Size = { members: 100, groups: 60, collections: 600 };
export const large: Size = { members: 10_000, groups: 500, collections: 2000 };
/** A page touches at most this many times more in the large organization; so does the vault over groups. */
const limit = 1.2;
const statementLimit = 3;

async function anOrganization(db: Database, size: Size, name: string) {
  const { organizationId, owner } = await db.transaction(async (tx) => {
    const made = await anOrganizationWith(tx, { seats: 100_000 });
    const person = await aConfirmed(tx, made.organizationId, "owner", name);
    await aCollection(tx, made.organizationId);
    return { ...made, owner: person };
  });
  await fillOrganization(db, organizationId, size);
  const groupOf = (first: number) =>
    db.transaction(async (tx) => {
      const groupId = anyId() as GroupId;
      const members = tx
        .select({
          organizationId: organizationMembers.organizationId,
          groupId: sql`${groupId}::uuid`.as("group_id"),
          memberId: organizationMembers.id,
        })
        .from(organizationMembers)
        .where(eq(organizationMembers.organizationId, organizationId))
        .orderBy(organizationMembers.id)
        .limit(first);
      await execute(tx, createGroup, owner.actor, { organizationId, groupId, name: `The first ${first}` });
      await tx.insert(groupMembers).select(members);
      return groupId;
    });
  const hundred = await groupOf(small.members);
  const everybody = await groupOf(size.members);
  return { organizationId, owner, hundred, everybody };
}

/** Two members who have the same hundred collections of five items: one over twenty groups, one directly. */
async function twoMembers(db: Database) {
  return db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx, { seats: 100 });
    const owner = await aConfirmed(tx, organizationId, "owner", "Claire Dubois");
    const direct = await aConfirmed(tx, organizationId, "user", "Lee Park");
    const grouped = await aConfirmed(tx, organizationId, "user", "Jonas Weber");
    for (let number = 0; number < 20; number += 1) {
      const groupId = anyId() as GroupId;
      await execute(tx, createGroup, owner.actor, { organizationId, groupId, name: `Group ${number}` });
      await tx.insert(groupMembers).values({ organizationId, groupId, memberId: grouped.memberId });
      for (let place = 0; place < 5; place += 1) {
        const collectionId = await aCollection(tx, organizationId, { [direct.memberId]: "edit" });
        const cells = [{ groupId, collectionId, from: null, to: "edit" as const }];
        await execute(tx, changeGroupAccess, owner.actor, { organizationId, cells });
        for (let item = 0; item < 5; item += 1) await anItem(tx, organizationId, [collectionId]);
      }
    }
    return { direct, grouped };
  });
}

/** A page shows fifty rows and looks at one more, to know whether there are others. */
const rowsOfPage = 51;
/** Blocks that reach one row by its key: the root of an index, a branch and a leaf. */
const blocksByKey = 3;

async function pagesOf(
  { db, buffersOf, statementsOf }: MeasuredDatabase,
  at: Awaited<ReturnType<typeof anOrganization>>,
) {
  const { organizationId, owner, hundred, everybody } = at;
  // A small table is read whole in a few blocks, which is no measure: `least` is what reading its rows one by one takes.
  const reads = {
    members: { least: 0, read: () => ask(db, listOrganizationMembers, owner.actor, { organizationId }) },
    groups: { least: rowsOfPage, read: () => ask(db, listGroups, owner.actor, { organizationId }) },
    "members of a group of 100": {
      least: small.members * blocksByKey,
      read: () => ask(db, listGroupMembers, owner.actor, { organizationId, groupId: hundred }),
    },
    "members of a group of everybody": {
      least: rowsOfPage * blocksByKey,
      read: () => ask(db, listGroupMembers, owner.actor, { organizationId, groupId: everybody }),
    },
    collections: { least: 0, read: () => ask(db, listCollections, owner.actor, { organizationId }) },
    log: { least: 0, read: () => ask(db, listOrganizationEvents, owner.actor, { organizationId }) },
    "log of one kind": {
      least: 0,
      read: () => ask(db, listOrganizationEvents, owner.actor, { organizationId, kind: "group" }),
    },
  };
  const figures = new Map<string, { buffers: number; least: number; statements: number }>();
  for (const [name, { least, read }] of Object.entries(reads))
    figures.set(name, {
      buffers: await buffersOf(read),
      least,
      statements: (await statementsOf(read)).length,
    });
  return figures;
}

export async function measureReads() {
  const measured = await openMeasured();
  const { db, settle, buffersOf, close } = measured;
  const organizations = [
    await anOrganization(db, small, "Maya Lindqvist"),
    await anOrganization(db, large, "Ravi Menon"),
  ] as const;
  const { direct, grouped } = await twoMembers(db);
  await settle();
  const [few, many] = [await pagesOf(measured, organizations[0]), await pagesOf(measured, organizations[1])];
  const vaultOf = ({ actor }: typeof direct) => buffersOf(() => ask(db, syncMyVault, actor, { known: null }));
  const vaults = { direct: await vaultOf(direct), grouped: await vaultOf(grouped) };
  await close();
  return judge(few, many, vaults);
}

type Figures = Awaited<ReturnType<typeof pagesOf>>;

function judge(few: Figures, many: Figures, vaults: { direct: number; grouped: number }) {
  const rows = [...many].map(([name, large]) => {
    const small = few.get(name) ?? { buffers: Number.NaN };
    return { name, small, large, ratio: large.buffers / Math.max(small.buffers, large.least) };
  });
  const overGroups = vaults.grouped / vaults.direct;
  return {
    lines: [
      ...rows.map(
        ({ name, small, large, ratio }) =>
          `${name}: ${small.buffers} buffers at 100 members, ${large.buffers} at 10,000` +
          `${large.least > small.buffers ? `, ${large.least} row by row` : ""}, ratio ${ratio.toFixed(2)} ` +
          `(limit ${limit}); ${large.statements} statements (limit ${statementLimit} besides the standing's)`,
      ),
      `a vault of 100 collections: ${vaults.direct} buffers given directly, ${vaults.grouped} over 20 groups, ratio ${overGroups.toFixed(2)} (limit ${limit})`,
    ],
    ok:
      overGroups <= limit &&
      rows.every(({ ratio, large }) => ratio <= limit && large.statements <= statementLimit + 2),
  };
}
