import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import type { z } from "zod";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { occupiesSeat } from "@/lib/domain/organization/member";
import { createClient } from "@/lib/operations/client/create-client";
import { type Command, execute } from "@/lib/operations/command";
import type { Lock } from "@/lib/operations/locks";
import { approveOrganizationMember } from "@/lib/operations/organization/approve-member";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { openTestPostgres } from "@/test/database";
import { address, aNewcomer } from "@/test/newcomers";
import { aMemberOf, aVisit, keyOf, shownPlace } from "@/test/organization";
import { publicKey, sealedKey, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";
import { lockingNo, outcomeOf, race, report, roundsOf, somebodyWaits, violationsIn } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const world = () =>
  db.transaction(async (tx) => {
    const team = await aProviderWith(tx, {
      brett: "provider_admin, confirmed",
      betty: "provider_admin, confirmed",
      paul: "service_user, confirmed",
    });
    const organizationId = await aClientOf(tx, team.providerId, { seats: 50 });
    const owner = await aNewcomer(tx, organizationId, "owner");
    await aVisit(tx, organizationId, team.providerId, team.betty);
    return { ...team, organizationId, owner };
  });

type World = Awaited<ReturnType<typeof world>>;

const removal = ({ providerId, brett, paul }: World, command = removeProviderMembers) =>
  execute(db, command, brett.actor, { providerId, memberIds: [paul.memberId] });

/** Whether seats are counted wrongly, or somebody who is in no team any more has a place that is the provider's. */
async function wrongIn({ providerId }: World): Promise<string | null> {
  const clients = await db.select().from(organizations).where(eq(organizations.providerId, providerId));
  for (const { id, usedSeats } of clients) {
    const members = await db
      .select()
      .from(organizationMembers)
      .where(eq(organizationMembers.organizationId, id));
    const seated = members.filter(({ status }) => occupiesSeat(status)).length;
    if (seated !== usedSeats) return `${usedSeats} seats counted of ${seated}`;
    if (members.some(({ placeOfProvider }) => placeOfProvider)) return "a place of the provider is left";
  }
  return null;
}

/** Four acts at once on one client and one team: a person of the team is invited into the client and let go. */
async function inviteWhileRemoved(): Promise<string | null> {
  const here = await world();
  const { providerId, organizationId, betty, owner, paul } = here;
  const many = () => Array.from({ length: 10 }, address);
  const invite = (by: typeof betty | typeof owner, emails: string[]) => () =>
    execute(db, inviteOrganizationMembers, by.actor, {
      organizationId,
      emails,
      role: "user",
      collections: [],
    });
  const staff = { providerId, emails: many(), role: "service_user" as const };
  const outcomes = await race([
    () => execute(db, inviteProviderMembers, betty.actor, staff),
    () => removal(here),
    invite(betty, [paul.email]),
    invite(owner, many()),
  ]);
  const broken = outcomes.find((outcome) => outcome.startsWith("broken"));
  return broken ?? wrongIn(here);
}

test("seats stay right while staff are invited into a client and removed from the team", async () => {
  const violations = await violationsIn(roundsOf(60), inviteWhileRemoved);
  expect(violations).toEqual([]);
  report(roundsOf(60), violations.length, 0);
});

/** The same command, whose locks are named once and not again when they are held. */
function namedOnce<Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
): Command<Schema, Standing, Result, Prepared> {
  let first: Lock[] | null = null;
  return {
    ...command,
    locks: async (step) => {
      first ??= (await command.locks?.(step)) ?? [];
      return first;
    },
  };
}

/** A place comes while the removal waits for the team: is its client locked when the removal acts? */
async function isLockedWhenEnded(command = removeProviderMembers): Promise<boolean> {
  const { providerId, organizationId, brett, paul } = await world();
  const theClient = eq(organizations.id, organizationId);
  let isLocked = false;
  const watched: typeof removeProviderMembers = {
    ...command,
    run: async (context) => {
      // Over another connection: a row that is locked is passed over.
      const free = await db
        .select({ id: organizations.id })
        .from(organizations)
        .where(theClient)
        .for("no key update", { skipLocked: true });
      isLocked = free.length === 0;
      return command.run(context);
    },
  };
  let removing: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx
      .select({ id: providers.id })
      .from(providers)
      .where(eq(providers.id, providerId))
      .for("no key update");
    let ended = false;
    removing = execute(db, watched, brett.actor, { providerId, memberIds: [paul.memberId] }).finally(() => {
      ended = true;
    });
    await somebodyWaits(db, () => ended);
    await tx.insert(organizationMembers).values({
      ...{ organizationId, email: paul.email, role: "user", status: "invited" },
      placeOfProvider: providerId,
    });
    await tx
      .update(organizations)
      .set({ usedSeats: sql`${organizations.usedSeats} + 1` })
      .where(theClient);
  });
  await removing;
  return isLocked;
}

test("what has come while an act waited is locked before it acts", async () => {
  expect(await isLockedWhenEnded()).toBe(true);
  expect(await isLockedWhenEnded(namedOnce(removeProviderMembers))).toBe(false);
});

/** An act that makes a place the provider's stops before its end, and the person is let go meanwhile. */
async function madeWhileRemoved<Schema extends z.ZodType, Standing, Result, Prepared>(
  here: World,
  command: Command<Schema, Standing, Result, Prepared>,
  act: (command: Command<Schema, Standing, Result, Prepared>) => Promise<unknown>,
): Promise<string | null> {
  let removing = Promise.resolve("");
  const made = await outcomeOf(
    act({
      ...command,
      run: async (context) => {
        const outcome = await command.run(context);
        let ended = false;
        removing = outcomeOf(removal(here)).finally(() => {
          ended = true;
        });
        await somebodyWaits(db, () => ended);
        return outcome;
      },
    }),
  );
  expect([made, await removing]).toEqual(["done", "done"]);
  return wrongIn(here);
}

const aPlaceOf = ({ organizationId, paul }: World) =>
  db.transaction((tx) => aMemberOf(tx, organizationId, paul, { role: "admin", status: "accepted" }));

const makers = {
  "an owner approves it": async (command = approveOrganizationMember) => {
    const here = await world();
    const { organizationId, owner } = here;
    const input = await shownPlace(db, { organizationId, memberId: await aPlaceOf(here) });
    return madeWhileRemoved(here, command, (paused) => execute(db, paused, owner.actor, input));
  },
  "the provider asks for it": async (command = inviteOrganizationMembers) => {
    const here = await world();
    const { organizationId, betty, paul } = here;
    const input = { organizationId, emails: [paul.email], role: "admin" as const, collections: [] };
    return madeWhileRemoved(here, command, (paused) => execute(db, paused, betty.actor, input));
  },
  "a client is made with them": async (command = createClient) => {
    const here = await world();
    const input = {
      ...{ providerId: here.providerId, organizationId: randomUUID(), name: "Cobalt" },
      ...{ plan: "teams_monthly" as const, seats: 5, ownerEmail: here.paul.email },
      organizationKeyId: randomUUID(),
      organizationKeyForProvider: sealedText(5),
      publicKey: publicKey(),
      privateKeyForOrganization: sealedText(77),
      collectionName: sealedText(),
    };
    return madeWhileRemoved(here, command, (paused) => execute(db, paused, here.betty.actor, input));
  },
  "the provider confirms it": async (command = confirmOrganizationMembers) => {
    const here = await world();
    const { providerId, betty, paul } = here;
    const { organizationId, memberId } = await db.transaction(async (tx) => {
      const organizationId = await aClientOf(tx, providerId);
      await aVisit(tx, organizationId, providerId, betty);
      const memberId = await aMemberOf(tx, organizationId, paul, { role: "owner", status: "accepted" });
      await tx
        .update(organizationMembers)
        .set({ approvedAt: new Date() })
        .where(eq(organizationMembers.id, memberId));
      return { organizationId, memberId };
    });
    const person = { memberId, publicKey: paul.publicKey, organizationKeyForMember: sealedKey() };
    const input = { organizationId, organizationKeyId: keyOf(organizationId), people: [person] };
    return madeWhileRemoved(here, command, (paused) => execute(db, paused, betty.actor, input));
  },
};

/**
 * The person joins the team once the locks of an act are held, and is let go before its end: the act has to find out
 * that it rests on the team, and begin anew.
 */
async function joinedAndLeftMeanwhile<Schema extends z.ZodType, Standing, Result, Prepared>(
  { providerId, brett }: World,
  email: string,
  command: Command<Schema, Standing, Result, Prepared>,
  act: (command: Command<Schema, Standing, Result, Prepared>) => Promise<unknown>,
): Promise<{ tries: number; removed: string }> {
  let tries = 0;
  let removing = Promise.resolve("");
  const staffId = async () => {
    const named = and(eq(providerMembers.providerId, providerId), eq(providerMembers.email, email));
    const [row] = await db.select({ id: providerMembers.id }).from(providerMembers).where(named);
    return row?.id ?? "";
  };
  await act({
    ...command,
    run: async (context) => {
      tries += 1;
      if (tries === 1)
        await execute(db, inviteProviderMembers, brett.actor, {
          ...{ providerId, emails: [email], role: "service_user" },
        });
      const outcome = await command.run(context);
      let ended = false;
      const memberIds = [await staffId()];
      removing = outcomeOf(
        execute(db, removeProviderMembers, brett.actor, { providerId, memberIds }),
      ).finally(() => {
        ended = true;
      });
      await somebodyWaits(db, () => ended);
      return outcome;
    },
  });
  return { tries, removed: await removing };
}

test("who joins the team once an act has its locks, and leaves before its end, keeps no place", async () => {
  const play = async (command = inviteOrganizationMembers) => {
    const here = await world();
    const { organizationId, betty } = here;
    const email = address();
    const input = { organizationId, emails: [email], role: "admin" as const, collections: [] };
    const act = (paused: typeof command) => execute(db, paused, betty.actor, input);
    return { ...(await joinedAndLeftMeanwhile(here, email, command, act)), wrong: await wrongIn(here) };
  };
  expect(await play()).toEqual({ tries: 2, removed: "done", wrong: null });
  expect(await play(lockingNo("team", inviteOrganizationMembers))).toEqual({
    ...{ tries: 1, removed: "done", wrong: "a place of the provider is left" },
  });
  report(1, 0, 1);
});

/** Of confirming there is none: the row of the account orders it and the removal, whatever else is locked. */
const unlocked: Partial<Record<keyof typeof makers, () => Promise<string | null>>> = {
  "an owner approves it": () => makers["an owner approves it"](lockingNo("team", approveOrganizationMember)),
  "the provider asks for it": () =>
    makers["the provider asks for it"](lockingNo("team", inviteOrganizationMembers)),
  "a client is made with them": () => makers["a client is made with them"](lockingNo("team", createClient)),
};

test.each(Object.keys(makers) as (keyof typeof makers)[])(
  "nobody who is let go keeps a place that is the provider's while %s",
  async (made) => {
    expect(await makers[made]()).toBeNull();
    const without = unlocked[made];
    if (without) expect(await without()).toBe("a place of the provider is left");
    report(1, 0, without ? 1 : 0);
  },
);
