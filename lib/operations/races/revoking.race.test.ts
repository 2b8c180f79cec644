import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { execute } from "@/lib/operations/command";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { leaveOrganization } from "@/lib/operations/organization/leave-organization";
import { restoreOrganizationMembers } from "@/lib/operations/organization/restore-members";
import { revokeOrganizationMembers } from "@/lib/operations/organization/revoke-members";
import { openTestPostgres } from "@/test/database";
import { address, aNewcomer } from "@/test/newcomers";
import { anOrganizationWith } from "@/test/organization";
import { race, report, roundsOf, violationsIn, withoutLocks } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

/** Two owners who revoke each other at once: one stays. */
async function eachOther(): Promise<string | null> {
  const { organizationId, one, other } = await db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    return {
      organizationId,
      one: await aNewcomer(tx, organizationId, "owner"),
      other: await aNewcomer(tx, organizationId, "owner"),
    };
  });
  const revoke = (who: typeof one, whom: typeof one) => () =>
    execute(db, revokeOrganizationMembers, who.actor, { organizationId, memberIds: [whom.memberId] });
  const outcomes = await race([revoke(one, other), revoke(other, one)]);
  const left = await db.$count(
    organizationMembers,
    and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.status, "confirmed")),
  );
  const refused = ["last_owner", "not_found"];
  const fair = outcomes.includes("done") && outcomes.some((outcome) => refused.includes(outcome));
  return left === 1 && fair ? null : `${left} owners left: ${outcomes.join(", ")}`;
}

test("two owners who revoke each other at once leave one of them", async () => {
  const violations = await violationsIn(roundsOf(30), eachOther);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(20, eachOther));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(30), violations.length, unlocked.length);
});

/** Two owners who leave at once: one stays. */
async function bothLeave(): Promise<string | null> {
  const { organizationId, owners } = await db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    return {
      organizationId,
      owners: [await aNewcomer(tx, organizationId, "owner"), await aNewcomer(tx, organizationId, "owner")],
    };
  });
  const outcomes = await race(
    owners.map(
      ({ actor }) =>
        () =>
          execute(db, leaveOrganization, actor, { organizationId }),
    ),
  );
  return outcomes.toSorted().join() === "done,last_owner" ? null : outcomes.join(", ");
}

test("of two owners who leave at once, one stays", async () => {
  const violations = await violationsIn(20, bothLeave);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(20, bothLeave));
  expect(unlocked.length).toBeGreaterThan(0);
  report(20, violations.length, unlocked.length);
});

/** Six who come back and four who are invited, at once, where five seats are free. */
async function tenOnFive(): Promise<string | null> {
  const { organizationId, owner, members } = await db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx, { seats: 10 });
    const owner = await aNewcomer(tx, organizationId, "owner");
    const members = [];
    for (let i = 0; i < 6; i += 1) members.push(await aNewcomer(tx, organizationId, "user"));
    return { organizationId, owner, members };
  });
  const memberIds = members.map(({ memberId }) => memberId);
  await execute(db, revokeOrganizationMembers, owner.actor, { organizationId, memberIds });
  await db.update(organizations).set({ seats: 6 }).where(eq(organizations.id, organizationId));
  const outcomes = await race([
    ...memberIds.map(
      (memberId) => () =>
        execute(db, restoreOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] }),
    ),
    ...Array.from(
      { length: 4 },
      () => () =>
        execute(db, inviteOrganizationMembers, owner.actor, {
          organizationId,
          emails: [address()],
          role: "user",
          collections: [],
        }),
    ),
  ]);
  const done = outcomes.filter((outcome) => outcome === "done").length;
  const refused = outcomes.filter((outcome) => outcome === "no_seat_left").length;
  const [row] = await db
    .select({ used: organizations.usedSeats, members: organizations.members })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const fair = done === 5 && refused === 5 && row?.used === 6 && row.members === 6;
  return fair ? null : `${outcomes.join(", ")}: ${row?.used} seats used by ${row?.members}`;
}

test("restoring and inviting at once fill exactly the free seats", { timeout: 200_000 }, async () => {
  const violations = await violationsIn(roundsOf(30), tenOnFive);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(10, tenOnFive));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(30), violations.length, unlocked.length);
});
