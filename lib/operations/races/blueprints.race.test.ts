import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { collections } from "@/db/schema/collections";
import { groups } from "@/db/schema/groups";
import { applyBlueprint } from "@/lib/operations/blueprint/apply-blueprint";
import { getClientState } from "@/lib/operations/blueprint/get-client-state";
import { saveBlueprint } from "@/lib/operations/blueprint/save-blueprint";
import { execute } from "@/lib/operations/command";
import { createGroup } from "@/lib/operations/group/create-group";
import { ask } from "@/lib/operations/query";
import { openTestPostgres } from "@/test/database";
import { aVisit, keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";
import { race, report, roundsOf, violationsIn, withoutLocks } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;

/** Two of a team in one client, which both have compared with one blueprint. */
async function world() {
  const made = await db.transaction(async (tx) => {
    const team = await aProviderWith(tx, wardens, { teams: 100_000 });
    const organizationId = await aClientOf(tx, team.providerId);
    for (const one of [team.brett, team.betty]) await aVisit(tx, organizationId, team.providerId, one);
    return { ...team, organizationId };
  });
  const { providerId, organizationId, brett } = made;
  const blueprintId = randomUUID();
  const sealed = { name: sealedText(2), content: sealedText(9) };
  await execute(db, saveBlueprint, brett.actor, { providerId, blueprintId, ...sealed });
  const { mark } = await ask(db, getClientState, brett.actor, { providerId, organizationId });
  const part = () => ({
    providerId,
    organizationId,
    blueprintId,
    mark,
    organizationKeyId: keyOf(organizationId),
    collections: [{ collectionId: randomUUID(), name: sealedText() }],
    groups: [{ groupId: randomUUID(), name: "Sales" }],
    cells: [],
    switches: null,
    isLast: true,
  });
  return { ...made, part };
}

/** Nothing is made twice by two who apply the same at once. */
async function appliedTwice(): Promise<string | null> {
  const { organizationId, brett, betty, part } = await world();
  const outcomes = await race([
    () => execute(db, applyBlueprint, brett.actor, part()),
    () => execute(db, applyBlueprint, betty.actor, part()),
  ]);
  const made = await db.$count(collections, eq(collections.organizationId, organizationId));
  const isFair = made === 1 && outcomes.join() === "done,outdated_client";
  return isFair ? null : `${made} collections: ${outcomes.join(", ")}`;
}

/** Whoever applies what was compared does not do it over a change that came meanwhile. */
async function appliedWhileChanged(): Promise<string | null> {
  const { organizationId, brett, betty, part } = await world();
  const group = { organizationId, groupId: randomUUID(), name: "Sales" };
  const outcomes = await race([
    () => execute(db, applyBlueprint, brett.actor, part()),
    () => execute(db, createGroup, betty.actor, group),
  ]);
  const made = await db.$count(groups, eq(groups.organizationId, organizationId));
  // A group made by hand may have the name of one that is there; a blueprint makes none of it again.
  const isFair =
    (outcomes.join() === "done,done" && made === 2) ||
    (outcomes.join() === "done,outdated_client" && made === 1);
  return isFair ? null : `${made} groups: ${outcomes.join(", ")}`;
}

test("two who apply one blueprint at once make nothing twice", async () => {
  const violations = await violationsIn(roundsOf(30), appliedTwice);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(20, appliedTwice));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(30), violations.length, unlocked.length);
});

test("a client that changes at the moment is compared anew, or was changed afterwards", async () => {
  expect(await violationsIn(roundsOf(30), appliedWhileChanged)).toEqual([]);
});
