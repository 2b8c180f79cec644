import { randomUUID } from "node:crypto";
import { eq, getTableName, is, isNull, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterEach, expect, test as plain, vi } from "vitest";
import type { Tx } from "@/db/client";
import { attachmentParts, attachments, partsToRemove } from "@/db/schema/attachments";
import { ciphers } from "@/db/schema/ciphers";
import * as schema from "@/db/schema/index";
import { askForSweep, sweepJob } from "@/lib/background/sweep";
import { jobActor } from "@/lib/domain/actor";
import { ClientJobId, ImportId, RotationId } from "@/lib/domain/ids";
import { keptForEver, type SweptThing, sweptThings, terms } from "@/lib/domain/terms";
import { runDue } from "@/lib/jobs/run-due";
import { execute } from "@/lib/operations/command";
import { advanceOrganization } from "@/lib/operations/revision/internal/advance";
import { sweep, sweptAtOnce } from "@/lib/operations/sweep/sweep";
import { test } from "@/test/database";
import { eventsOf } from "@/test/mails";
import {
  aConfirmed,
  anAttachment,
  anItem,
  anOrganizationWith,
  aProviderWithAdmin,
} from "@/test/organization";
import { aPerson, publicKey, sealedText } from "@/test/people";

const { accountRecoveries, clientJobs, clientVisits, devices, imports, jobs, mailedCodes, oneTimeTokens } =
  schema;
const { rateLimits, revisions, rotations, sessions, usedBearers, users } = schema;
const now = new Date("2026-11-22T09:00:00Z");
const before = (days: number) => new Date(Number(now) - days * 24 * 60 * 60_000);

/** The clock of the process is moved; timers go on. */
const setClock = (date: Date) => vi.useFakeTimers({ toFake: ["Date"], now: date });
afterEach(() => void vi.useRealTimers());

async function sweepAt(tx: Tx, date: Date): Promise<Record<string, number>> {
  setClock(date);
  await askForSweep(tx, date);
  expect(await runDue(tx, sweepJob)).toBe(1);
  const [swept] = (await tx.select().from(jobs)).filter(
    ({ finishedAt }) => Number(finishedAt) === Number(date),
  );
  return swept?.result as Record<string, number>;
}

plain("each table has its term, or a reason to be kept for ever", () => {
  const tables = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .map((table) => getTableName(table));
  const swept = new Set(Object.values(terms).map(({ table }) => table));
  expect([...swept, ...Object.keys(keptForEver)].sort()).toEqual(tables.sort());
});

/** A row of each thing that was over at a moment, and how many there are. */
const things: Record<
  SweptThing,
  { fill: (tx: Tx, over: Date) => Promise<unknown>; left: (tx: Tx) => Promise<number> }
> = {
  reload_keys: {
    fill: async (tx, over) => {
      await aPerson(tx, "Brett Warden");
      await tx.update(sessions).set({ expiresAt: over, reloadKey: "half" });
    },
    left: async (tx) => (await tx.select().from(sessions)).filter(({ reloadKey }) => reloadKey).length,
  },
  visits: {
    fill: async (tx, over) => {
      const { providerId, admin } = await aProviderWithAdmin(tx);
      const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
      const { sessionId } = admin.actor;
      const visit = { providerId, organizationId, userId: admin.userId, sessionId, startedAt: over };
      await tx.insert(clientVisits).values({ ...visit, endedAt: over });
    },
    left: (tx) => tx.$count(clientVisits),
  },
  uploads: {
    fill: async (tx, over) => {
      const { organizationId } = await anOrganizationWith(tx);
      const itemId = await anItem(tx, organizationId, []);
      await anAttachment(tx, itemId, { begunAt: new Date(0), lastPartAt: over, finishedAt: null });
      // What is finished stays, however old it is.
      await anAttachment(tx, itemId, { begunAt: over });
    },
    left: (tx) => tx.$count(attachments, isNull(attachments.finishedAt)),
  },
  parts: {
    fill: async (tx, over) => {
      const { organizationId } = await anOrganizationWith(tx);
      await anAttachment(tx, await anItem(tx, organizationId, []));
      await tx.delete(attachments);
      await tx.update(partsToRemove).set({ dueAt: over });
    },
    left: (tx) => tx.$count(attachmentParts),
  },
  sessions: {
    fill: async (tx, over) => {
      await aPerson(tx, "Brett Warden");
      await tx.update(sessions).set({ endedAt: over });
    },
    left: (tx) => tx.$count(sessions),
  },
  rotations: {
    fill: async (tx, over) => {
      const { userId } = await aPerson(tx, "Brett Warden");
      const next = { keyForBeginner: sealedText(), publicKey: publicKey(), privateKey: sealedText(77) };
      const succession = { predecessor: sealedText(5), proof: sealedText() };
      const id = RotationId.parse(randomUUID());
      await tx
        .insert(rotations)
        .values({ id, userId, begunBy: userId, begunAt: over, lastStagedAt: over, ...next, ...succession });
    },
    left: (tx) => tx.$count(rotations),
  },
  recoveries: {
    fill: async (tx, over) => {
      const { organizationId } = await anOrganizationWith(tx);
      const { memberId, userId } = await aConfirmed(tx, organizationId, "user", "Mabel");
      const moments = { askedAt: before(1), readyAt: before(1), approvedAt: over, approvedBy: userId };
      const asked = { askedBy: userId, forProvider: true, memberRole: "user" as const, ...moments };
      await tx.insert(accountRecoveries).values({ organizationId, memberId, ...asked });
    },
    left: (tx) => tx.$count(accountRecoveries),
  },
  devices: {
    fill: async (tx, over) => {
      await aPerson(tx, "Brett Warden");
      await tx.delete(sessions);
      await tx.update(devices).set({ lastSeenAt: over });
    },
    left: (tx) => tx.$count(devices),
  },
  links: {
    fill: (tx, over) =>
      tx
        .insert(oneTimeTokens)
        .values({ hash: "x", purpose: "registration", email: "ann@client.example", expiresAt: over }),
    left: (tx) => tx.$count(oneTimeTokens),
  },
  rate_limits: {
    fill: (tx, over) => tx.insert(rateLimits).values({ key: "x", points: 1, expiresAt: over }),
    left: (tx) => tx.$count(rateLimits),
  },
  used_bearers: {
    fill: (tx, over) => tx.insert(usedBearers).values({ hash: "x", expiresAt: over }),
    left: (tx) => tx.$count(usedBearers),
  },
  mailed_codes: {
    fill: async (tx, over) => {
      const { userId, email } = await aPerson(tx, "Brett Warden");
      const code = { userId, purpose: "new_address", address: email, hash: "x" } as const;
      await tx.insert(mailedCodes).values({ ...code, expiresAt: over });
    },
    left: (tx) => tx.$count(mailedCodes),
  },
  client_jobs: {
    fill: async (tx, over) => {
      const { providerId, admin } = await aProviderWithAdmin(tx);
      const id = ClientJobId.parse(randomUUID());
      const work = { kind: "seats", change: { mode: "to", seats: 5 } } as const;
      await tx
        .insert(clientJobs)
        .values({ id, providerId, kind: "seats", work, askedBy: admin.userId, askedAt: over });
    },
    left: (tx) => tx.$count(clientJobs),
  },
  imports: {
    fill: async (tx, over) => {
      const { userId } = await aPerson(tx, "Brett Warden");
      const id = ImportId.parse(randomUUID());
      await tx.insert(imports).values({ id, userId, begunBy: userId, begunAt: over });
    },
    left: (tx) => tx.$count(imports),
  },
  trash: {
    fill: async (tx, over) => {
      const { organizationId } = await anOrganizationWith(tx);
      await anItem(tx, organizationId, []);
      await tx.update(ciphers).set({ deletedAt: over });
    },
    left: (tx) => tx.$count(ciphers),
  },
  jobs: {
    fill: (tx, over) => tx.insert(jobs).values({ kind: "mail", finishedAt: over }),
    left: async (tx) => (await tx.select().from(jobs)).filter(({ kind }) => kind === "mail").length,
  },
};

test.for(sweptThings.map((what) => [what] as const))(
  "%s go at the end of their term and not before",
  async ([what], { tx }) => {
    const { fill, left } = things[what];
    await fill(tx, now);
    const end = new Date(Number(now) + terms[what].keptMs);
    await sweepAt(tx, new Date(Number(end) - 1));
    expect(await left(tx)).toBe(1);
    await sweepAt(tx, end);
    expect(await left(tx)).toBe(0);
  },
);

test("what was used or replaced goes though it has not expired, what is good stays", async ({ tx }) => {
  const link = { purpose: "registration", email: "ann@client.example", expiresAt: before(-400) } as const;
  await tx.insert(oneTimeTokens).values([
    { ...link, hash: "used", usedAt: before(30) },
    { ...link, hash: "replaced", replacedAt: before(30) },
    { ...link, hash: "good" },
  ]);
  expect(await sweepAt(tx, now)).toMatchObject({ links: 2 });
  expect(await tx.select({ hash: oneTimeTokens.hash }).from(oneTimeTokens)).toEqual([{ hash: "good" }]);
});

test("a session with an open visit stays until the visit has ended with its events", async ({ tx }) => {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  const { sessionId } = admin.actor;
  await tx
    .insert(clientVisits)
    .values({ providerId, organizationId, userId: admin.userId, sessionId, startedAt: before(90) });
  await tx.update(sessions).set({ endedAt: before(60) });
  await execute(tx, sweep, jobActor(), { what: "sessions" });
  expect(await tx.$count(clientVisits)).toBe(1);
  expect(await tx.$count(sessions)).toBe(1);
});

test("a visit that has run out is ended by the sweep, which says so in the logs", async ({ tx }) => {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  const { sessionId } = admin.actor;
  const visit = { providerId, organizationId, userId: admin.userId, sessionId, startedAt: before(2) };
  await tx.insert(clientVisits).values({ ...visit, lastSeenAt: before(2) });
  expect(await sweepAt(tx, now)).toMatchObject({ stale_visits: 1, visits: 0 });
  const types = (await eventsOf(tx)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["client.left", "organization.left_by_provider"]));
});

test("what goes from the trash by itself is told of nobody, and whoever has it learns of it", async ({
  tx,
}) => {
  const { organizationId } = await anOrganizationWith(tx);
  const { userId } = await aPerson(tx, "Brett Warden");
  const shared = await anItem(tx, organizationId, []);
  const own = await anItem(tx, organizationId, []);
  await tx
    .update(ciphers)
    .set({ organizationId: null, organizationKeyId: null, userId })
    .where(eq(ciphers.id, own));
  await tx.update(ciphers).set({ deletedAt: before(40) });
  const revised = async () => [
    ...(await tx.select({ at: revisions.revisedAt }).from(revisions)),
    ...(await tx.select({ at: users.accountRevisedAt }).from(users).where(eq(users.id, userId))),
  ];
  await advanceOrganization(tx, organizationId);
  const earlier = await revised();
  setClock(now);
  await execute(tx, sweep, jobActor(), { what: "trash" });
  const deleted = (await eventsOf(tx)).filter(({ type }) => type === "cipher.deleted");
  expect(deleted).toHaveLength(2);
  expect(deleted).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ itemId: shared, organizationId, actorId: null, actorKind: "job" }),
      expect.objectContaining({ itemId: own, userId, actorId: null, actorKind: "job" }),
    ]),
  );
  const later = await revised();
  expect(later).toHaveLength(2);
  later.forEach(({ at }, i) => {
    expect(Number(at)).toBeGreaterThan(Number(earlier[i]?.at));
  });
});

test("a device stays as long as it has a session", async ({ tx }) => {
  await aPerson(tx, "Brett Warden");
  await tx.update(devices).set({ lastSeenAt: before(400) });
  expect(await sweepAt(tx, now)).toMatchObject({ devices: 0 });
});

test("many are taken away in acts of a bounded size, and the next sweep waits an hour", async ({ tx }) => {
  const many = 2 * sweptAtOnce + 3;
  await tx
    .insert(rateLimits)
    .values(
      Array.from({ length: many }, (_, place) => ({ key: `${place}`, points: 1, expiresAt: before(1) })),
    );
  setClock(now);
  expect(await execute(tx, sweep, jobActor(), { what: "rate_limits" })).toEqual({
    count: sweptAtOnce,
    isMoreLikely: true,
  });
  expect(await sweepAt(tx, now)).toMatchObject({ rate_limits: many - sweptAtOnce });

  const waiting = (await tx.select().from(jobs)).filter(({ finishedAt }) => !finishedAt);
  expect(waiting).toMatchObject([{ kind: "sweep", name: "sweep", runAt: before(-1 / 24) }]);
});

test("what cannot be taken away holds up nothing else, and is tried again", async ({ tx }) => {
  await things.rate_limits.fill(tx, before(1));
  await things.mailed_codes.fill(tx, before(1));
  await tx.execute(
    sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$`,
  );
  await tx.execute(
    sql`create trigger refuse before delete on rate_limits for each row execute function refuse()`,
  );
  setClock(now);
  await askForSweep(tx, now);
  await runDue(tx, sweepJob);
  expect([await things.rate_limits.left(tx), await things.mailed_codes.left(tx)]).toEqual([1, 0]);
  const [waiting] = (await tx.select().from(jobs)).filter(({ finishedAt }) => !finishedAt);
  expect(Number(waiting?.runAt)).toBeGreaterThan(Number(now));
});

test("nobody but the instance and its administrators takes anything away", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Betty Warden");
  await expect(execute(tx, sweep, actor, { what: "sessions" })).rejects.toMatchObject({ name: "NotFound" });
});
