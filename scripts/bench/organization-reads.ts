import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { groupMembers } from "@/db/schema/group-members";
import { groups } from "@/db/schema/groups";
import type { GroupId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { changeGroupAccess } from "@/lib/operations/group/change-group-access";
import { createGroup } from "@/lib/operations/group/create-group";
import { listGroupMembers } from "@/lib/operations/group/list-group-members";
import { listGroups } from "@/lib/operations/group/list-groups";
import { getMyVault } from "@/lib/operations/item/get-my-vault";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { ask } from "@/lib/operations/query";
import { fillOrganization, type Size } from "@/scripts/bench/organization-rows";
import { type MeasuredDatabase, openMeasured } from "@/test/buffers";
import { aCollection, aConfirmed, anItem, anOrganizationWith, anyId } from "@/test/organization";

export const small: Size = { members: 100, groups: 60, collections: 100 };
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
  const [group] = await db
    .select({ id: groups.id })
    .from(groups)
    .where(eq(groups.organizationId, organizationId))
    .limit(1);
  if (!group) throw new Error("it has groups");
  return { organizationId, owner, groupId: group.id };
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

async function pagesOf(
  { db, buffersOf, statementsOf }: MeasuredDatabase,
  at: Awaited<ReturnType<typeof anOrganization>>,
) {
  const { organizationId, owner, groupId } = at;
  const reads = {
    members: () => ask(db, listOrganizationMembers, owner.actor, { organizationId }),
    groups: () => ask(db, listGroups, owner.actor, { organizationId }),
    "members of a group": () => ask(db, listGroupMembers, owner.actor, { organizationId, groupId }),
    log: () => ask(db, listOrganizationEvents, owner.actor, { organizationId }),
    "log of one kind": () => ask(db, listOrganizationEvents, owner.actor, { organizationId, kind: "group" }),
  };
  const figures = new Map<string, { buffers: number; statements: number }>();
  for (const [name, read] of Object.entries(reads))
    figures.set(name, { buffers: await buffersOf(read), statements: (await statementsOf(read)).length });
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
  const vaultOf = ({ actor }: typeof direct) => buffersOf(() => ask(db, getMyVault, actor, {}));
  const vaults = { direct: await vaultOf(direct), grouped: await vaultOf(grouped) };
  await close();
  return judge(few, many, vaults);
}

type Figures = Awaited<ReturnType<typeof pagesOf>>;

function judge(few: Figures, many: Figures, vaults: { direct: number; grouped: number }) {
  const rows = [...many].map(([name, large]) => {
    const small = few.get(name) ?? { buffers: Number.NaN, statements: Number.NaN };
    return { name, small, large, ratio: large.buffers / small.buffers };
  });
  const overGroups = vaults.grouped / vaults.direct;
  return {
    lines: [
      ...rows.map(
        ({ name, small, large, ratio }) =>
          `${name}: ${small.buffers} buffers at 100 members, ${large.buffers} at 10,000, ratio ${ratio.toFixed(2)} ` +
          `(limit ${limit}); ${large.statements} statements (limit ${statementLimit} besides the standing's)`,
      ),
      `a vault of 100 collections: ${vaults.direct} buffers given directly, ${vaults.grouped} over 20 groups, ratio ${overGroups.toFixed(2)} (limit ${limit})`,
    ],
    ok:
      overGroups <= limit &&
      rows.every(({ ratio, large }) => ratio <= limit && large.statements <= statementLimit + 2),
  };
}
