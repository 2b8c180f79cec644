import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { confirmedOf, plannedSeats } from "@/lib/domain/provider/bulk-seats";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { beginClientJob } from "@/lib/operations/client-job/begin-client-job";
import { getSeatsOfClients } from "@/lib/operations/client-job/get-seats-of-clients";
import { execute } from "@/lib/operations/command";
import { createItem } from "@/lib/operations/item/create-item";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { ask } from "@/lib/operations/query";
import { openTestPostgres } from "@/test/database";
import { aNewcomer } from "@/test/newcomers";
import { aCollection, aConfirmed, anOrganizationWith, keyOf, sealedLogin } from "@/test/organization";
import { aClientOf, aProviderWith } from "@/test/provider";
import {
  race,
  report,
  roundsOf,
  somebodyWaits,
  violationsIn,
  withoutLocks,
  withStrongLocks,
} from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

let round = 0;

/** A number as letters: people's addresses are made from the letters of their names. */
const letters = (number: number) =>
  number.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");

/** Forty invitations at once where ten seats are free: ten people get in, thirty are told why not. */
async function fortyOnTen(): Promise<string | null> {
  const here = ++round;
  const { organizationId, owner } = await db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx, { seats: 11 });
    return {
      organizationId,
      owner: await aConfirmed(tx, organizationId, "owner", `owner ${letters(here)}`),
    };
  });
  const invite = (number: number) => () =>
    execute(db, inviteOrganizationMembers, owner.actor, {
      organizationId,
      emails: [`person.${here}.${number}@client.example`],
      role: "user",
      collections: [],
    });
  const outcomes = await race(Array.from({ length: 40 }, (_, number) => invite(number)));
  const done = outcomes.filter((outcome) => outcome === "done").length;
  const refused = outcomes.filter((outcome) => outcome === "no_seat_left").length;
  const members = await db.$count(
    organizationMembers,
    eq(organizationMembers.organizationId, organizationId),
  );
  const [row] = await db
    .select({ used: organizations.usedSeats })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const fair = done === 10 && refused === 30 && members === 11 && row?.used === 11;
  return fair ? null : `${done} in, ${refused} refused, ${members} members, ${row?.used} seats used`;
}

test("forty invitations at once on ten seats fill exactly ten", { timeout: 400_000 }, async () => {
  const violations = await violationsIn(roundsOf(200), fortyOnTen);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(5, fortyOnTen));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(200), violations.length, unlocked.length);
});

test("two changes of seats at once purchase no more than a service user may", async () => {
  const play = async () => {
    const { team, one, other } = await db.transaction(async (tx) => {
      const team = await aProviderWith(tx, { betty: "service_user, confirmed" }, { teams: 30 });
      return { team, one: await aClientOf(tx, team.providerId), other: await aClientOf(tx, team.providerId) };
    });
    const raise = (organizationId: typeof one) => () =>
      execute(db, setClientSeats, team.betty.actor, {
        providerId: team.providerId,
        organizationId,
        seats: 20,
      });
    const outcomes = await race([raise(one), raise(other)]);
    const [plan] = await db
      .select({ purchased: providerPlans.purchasedSeats, allocated: providerPlans.allocatedSeats })
      .from(providerPlans)
      .where(and(eq(providerPlans.providerId, team.providerId), eq(providerPlans.plan, "teams_monthly")));
    const [sum] = await db
      .select({ seats: sql<number>`sum(${organizations.seats})::int` })
      .from(organizations)
      .where(eq(organizations.providerId, team.providerId));
    const fair =
      outcomes.join() === "done,seats_need_purchase" &&
      plan?.purchased === 0 &&
      plan.allocated === 30 &&
      sum?.seats === 30;
    return fair ? null : `${outcomes.join()}: ${plan?.allocated} allocated of ${sum?.seats} assigned`;
  };
  const violations = await violationsIn(roundsOf(50), play);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(50, play));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(50), violations.length, unlocked.length);
});

/** Whether a new item of an organization is there while a change of its seats is still open. */
async function itemDuringSeatChange(): Promise<"at once" | "afterwards"> {
  const { providerId, brett, organizationId, owner, collectionId } = await db.transaction(async (tx) => {
    const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
    const organizationId = await aClientOf(tx, providerId);
    const owner = await aNewcomer(tx, organizationId, "owner");
    return {
      ...{ providerId, brett, organizationId, owner },
      collectionId: await aCollection(tx, organizationId, { [owner.memberId]: "manage" }),
    };
  });
  const item = {
    itemId: randomUUID(),
    organizationId,
    collectionIds: [collectionId],
    organizationKeyId: keyOf(organizationId),
    ...sealedLogin(),
  };
  let isThere = false;
  let making: Promise<unknown> = Promise.resolve();
  let found: "at once" | "afterwards" = "afterwards";
  const heldOpen: typeof setClientSeats = {
    ...setClientSeats,
    async run(context) {
      const outcome = await setClientSeats.run(context);
      making = execute(db, createItem, owner.actor, item).then(() => {
        isThere = true;
      });
      await somebodyWaits(db, () => isThere);
      if (isThere) found = "at once";
      return outcome;
    },
  };
  await execute(db, heldOpen, brett.actor, { providerId, organizationId, seats: 12 });
  await making;
  return found;
}

test("a new item does not wait for a change of its organization's seats", async () => {
  expect(await itemDuringSeatChange()).toBe("at once");
  expect(await withStrongLocks(itemDuringSeatChange)).toBe("afterwards");
});

test("two admins who change seats of several clients at once get what each was shown, or are told", async () => {
  const change = { mode: "by", seats: 5 } as const;
  const play = async () => {
    const { team, one, other } = await db.transaction(async (tx) => {
      const team = await aProviderWith(
        tx,
        { brett: "provider_admin, confirmed", bella: "provider_admin, confirmed" },
        { teams: 22 },
      );
      return { team, one: await aClientOf(tx, team.providerId), other: await aClientOf(tx, team.providerId) };
    });
    const { providerId } = team;
    const raise = async (admin: typeof team.brett, organizationId: typeof one) => {
      const organizationIds = [organizationId];
      const seats = await ask(db, getSeatsOfClients, admin.actor, { providerId, organizationIds });
      const confirmed = confirmedOf(plannedSeats({ ...seats, change, purchases: true }));
      const work = { kind: "seats" as const, change };
      const job = { providerId, jobId: randomUUID(), organizationIds, work, confirmed };
      return () => execute(db, beginClientJob, admin.actor, job);
    };
    // Both look at the same numbers: each would purchase three seats.
    const outcomes = await race([await raise(team.brett, one), await raise(team.bella, other)]);
    const [plan] = await db
      .select({ purchased: providerPlans.purchasedSeats, allocated: providerPlans.allocatedSeats })
      .from(providerPlans)
      .where(and(eq(providerPlans.providerId, providerId), eq(providerPlans.plan, "teams_monthly")));
    const fair = outcomes.join() === "done,seats_changed" && plan?.purchased === 3 && plan.allocated === 25;
    return fair ? null : `${outcomes.join()}: ${plan?.purchased} purchased, ${plan?.allocated} allocated`;
  };
  const violations = await violationsIn(roundsOf(50), play);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(50, play));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(50), violations.length, unlocked.length);
});

test("two admins who raise the seats of two clients at once purchase no more than each was shown", async () => {
  const play = async () => {
    const { team, one, other } = await db.transaction(async (tx) => {
      const admins = { brett: "provider_admin, confirmed", bella: "provider_admin, confirmed" } as const;
      const team = await aProviderWith(tx, admins, { teams: 22 });
      return { team, one: await aClientOf(tx, team.providerId), other: await aClientOf(tx, team.providerId) };
    });
    const { providerId } = team;
    // Both look at the same numbers: each would purchase three seats.
    const raise = (admin: typeof team.brett, organizationId: typeof one) => () =>
      execute(db, setClientSeats, admin.actor, {
        ...{ providerId, organizationId, seats: 15 },
        shown: { plan: "teams_monthly", from: 10, to: 15, purchase: 3 },
      });
    const outcomes = await race([raise(team.brett, one), raise(team.bella, other)]);
    const [plan] = await db
      .select({ purchased: providerPlans.purchasedSeats, allocated: providerPlans.allocatedSeats })
      .from(providerPlans)
      .where(and(eq(providerPlans.providerId, providerId), eq(providerPlans.plan, "teams_monthly")));
    const fair = outcomes.join() === "done,seats_changed" && plan?.purchased === 3 && plan.allocated === 25;
    return fair ? null : `${outcomes.join()}: ${plan?.purchased} purchased, ${plan?.allocated} allocated`;
  };
  const violations = await violationsIn(roundsOf(50), play);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(50, play));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(50), violations.length, unlocked.length);
});
