import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { seatLedger } from "@/db/schema/seat-ledger";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/domain/actor";
import { ClientJobId, ClientTagId, type OrganizationId, type ProviderId } from "@/lib/domain/ids";
import { confirmedOf, plannedSeats } from "@/lib/domain/provider/bulk-seats";
import type { SeatChange } from "@/lib/domain/provider/client-jobs";
import { tagsOfClientLimit } from "@/lib/domain/provider/tags";
import { listClients } from "@/lib/operations/client/list-clients";
import { makeTag } from "@/lib/operations/client/make-tag";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { setClientTags } from "@/lib/operations/client/set-client-tags";
import { beginClientJob } from "@/lib/operations/client-job/begin-client-job";
import { getClientJob } from "@/lib/operations/client-job/get-client-job";
import { getSeatsOfClients } from "@/lib/operations/client-job/get-seats-of-clients";
import { listClientJobs } from "@/lib/operations/client-job/list-client-jobs";
import { retryClientJob } from "@/lib/operations/client-job/retry-client-job";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;
const aJobId = () => ClientJobId.parse(randomUUID());

async function aTag(tx: Tx, actor: Actor, providerId: ProviderId) {
  const tagId = ClientTagId.parse(randomUUID());
  await execute(tx, makeTag, actor, { providerId, tagId, name: sealedText(2), color: "teal" });
  return tagId;
}

const resultsOf = async (tx: Tx, actor: Actor, providerId: ProviderId, jobId: ClientJobId) =>
  Object.fromEntries(
    (await ask(tx, getClientJob, actor, { providerId, jobId })).rows.map(({ name, refusal, result }) => [
      name,
      refusal ?? result ?? "done",
    ]),
  );

type Asked = { providerId: ProviderId; organizationIds: OrganizationId[]; change: SeatChange };

/** What a screen shows at this moment, as it is sent with the change. */
async function shown(
  tx: Tx,
  actor: Actor,
  { providerId, organizationIds, change }: Asked,
  purchases: boolean,
) {
  const seats = await ask(tx, getSeatsOfClients, actor, { providerId, organizationIds });
  return confirmedOf(plannedSeats({ ...seats, change, purchases }));
}

test("whoever began a job is named by address, and goes on to be called what they were as they left", async ({
  tx,
}) => {
  const { providerId, brett, betty } = await aProviderWith(tx, wardens);
  const organizationIds = [await aClientOf(tx, providerId)];
  const tagId = await aTag(tx, brett.actor, providerId);
  const jobId = aJobId();
  await execute(tx, beginClientJob, betty.actor, {
    ...{ providerId, organizationIds, jobId },
    work: { kind: "tag", tagId },
  });
  const named = async () => [
    (await ask(tx, listClientJobs, brett.actor, { providerId })).jobs[0]?.askedBy,
    (await ask(tx, getClientJob, brett.actor, { providerId, jobId })).askedBy,
  ];
  const { name, email } = betty;
  expect(await named()).toEqual([
    { name, email },
    { name, email },
  ]);
  await tx.delete(providerMembers).where(eq(providerMembers.userId, betty.userId));
  const isBetty = eq(users.id, betty.userId);
  await tx.update(users).set({ name: "Brett", email: "somebody@elsewhere.example" }).where(isBetty);
  expect(await named()).toEqual([
    { name, email },
    { name, email },
  ]);
});

test("of a discount, whoever does not see what the provider pays is told that it is not known", async ({
  tx,
}) => {
  const { providerId, brett, betty } = await aProviderWith(tx, wardens);
  const organizationIds = [await aClientOf(tx, providerId)];
  await tx.update(providers).set({ discountPercent: 5 }).where(eq(providers.id, providerId));
  const discountFor = async ({ actor }: { actor: Actor }) =>
    (await ask(tx, getSeatsOfClients, actor, { providerId, organizationIds })).totals[0]?.discount;
  expect(await discountFor(brett)).toBe(5);
  expect(await discountFor(betty)).toBeNull();
});

describe("tags of several clients", () => {
  test("are given and taken; whoever has as many as can be is told, and the others are done", async ({
    tx,
  }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens);
    const [full, free] = [
      await aClientOf(tx, providerId, { name: "Full" }),
      await aClientOf(tx, providerId, { name: "Free" }),
    ];
    const tagIds = [];
    for (let made = 0; made < tagsOfClientLimit; made += 1)
      tagIds.push(await aTag(tx, betty.actor, providerId));
    await execute(tx, setClientTags, betty.actor, { providerId, organizationId: full, tagIds });
    const tagId = await aTag(tx, betty.actor, providerId);
    const given = { providerId, organizationIds: [full, free] };
    const jobId = aJobId();
    await execute(tx, beginClientJob, betty.actor, { ...given, jobId, work: { kind: "tag", tagId } });
    expect(await resultsOf(tx, betty.actor, providerId, jobId)).toEqual({
      Full: "too_many_tags_of_client",
      Free: "done",
    });
    const { clients } = await ask(tx, listClients, betty.actor, { providerId, tag: tagId });
    expect(clients).toMatchObject([{ id: free }]);

    const taking = aJobId();
    await execute(tx, beginClientJob, betty.actor, {
      ...given,
      jobId: taking,
      work: { kind: "untag", tagId },
    });
    expect(await resultsOf(tx, betty.actor, providerId, taking)).toEqual({
      Full: { asBefore: true },
      Free: "done",
    });
    const { jobs } = await ask(tx, listClientJobs, betty.actor, { providerId });
    const counts = jobs.map(({ done, refused, asBefore }) => ({ done, refused, asBefore }));
    expect(counts).toEqual([
      { done: 2, refused: 0, asBefore: 1 },
      { done: 1, refused: 1, asBefore: 0 },
    ]);
    const told = (await eventsOf(tx)).filter(({ type }) => type !== "provider.tag_made").slice(1);
    expect(told).toMatchObject([
      { type: "client.tags_changed", organizationId: null, details: { name: "Free", given: 1, taken: 0 } },
      { type: "provider.client_job_done", details: { job: "tag", count: 1, refused: 1 } },
      { type: "client.tags_changed", details: { name: "Free", given: 0, taken: 1 } },
      { type: "provider.client_job_done", details: { job: "untag", count: 1, refused: 0 } },
    ]);
  });

  test("sent twice are done once; a retry does what did not fit", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { name: "Full" });
    const tagIds = [];
    for (let made = 0; made < tagsOfClientLimit; made += 1)
      tagIds.push(await aTag(tx, brett.actor, providerId));
    await execute(tx, setClientTags, brett.actor, { providerId, organizationId, tagIds });
    const tagId = await aTag(tx, brett.actor, providerId);
    const jobId = aJobId();
    const job = {
      providerId,
      jobId,
      organizationIds: [organizationId],
      work: { kind: "tag" as const, tagId },
    };
    await execute(tx, beginClientJob, brett.actor, job);
    await execute(tx, beginClientJob, brett.actor, job);
    expect((await ask(tx, listClientJobs, brett.actor, { providerId })).jobs).toMatchObject([
      { id: jobId, clients: 1, done: 0, refused: 1 },
    ]);
    await execute(tx, setClientTags, brett.actor, { providerId, organizationId, tagIds: tagIds.slice(1) });
    await execute(tx, retryClientJob, brett.actor, { providerId, jobId });
    expect(await resultsOf(tx, brett.actor, providerId, jobId)).toEqual({ Full: "done" });
    await expectRefused(tx, retryClientJob, brett.actor, { providerId, jobId }, "nothing_to_retry");
  });

  test("refuse the whole for a foreign client, and for a foreign tag", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, wardens);
    const [own, theirs] = [await aClientOf(tx, providerId), await aClientOf(tx, elsewhere.providerId)];
    const tagId = await aTag(tx, brett.actor, providerId);
    const foreignTag = await aTag(tx, elsewhere.brett.actor, elsewhere.providerId);
    const begin = (organizationIds: OrganizationId[], of: ClientTagId) => ({
      providerId,
      jobId: aJobId(),
      organizationIds,
      work: { kind: "tag" as const, tagId: of },
    });
    await expectRefused(tx, beginClientJob, brett.actor, begin([own, theirs], tagId), "not_found");
    await expectRefused(tx, beginClientJob, brett.actor, begin([own], foreignTag), "not_found");
    expect((await ask(tx, listClients, brett.actor, { providerId })).clients).toMatchObject([{ tags: [] }]);
    expect((await ask(tx, listClientJobs, brett.actor, { providerId })).jobs).toEqual([]);
  });

  test("of a job of another provider nothing is told", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const elsewhere = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId);
    const tagId = await aTag(tx, brett.actor, providerId);
    const jobId = aJobId();
    const work = { kind: "untag" as const, tagId };
    await execute(tx, beginClientJob, brett.actor, {
      providerId,
      jobId,
      organizationIds: [organizationId],
      work,
    });
    const theirs = { providerId: elsewhere.providerId, jobId };
    await expect(ask(tx, getClientJob, elsewhere.brett.actor, theirs)).rejects.toMatchObject({
      name: "NotFound",
    });
    await expectRefused(tx, retryClientJob, elsewhere.brett.actor, theirs, "not_found");
    const client = await aClientOf(tx, elsewhere.providerId);
    const same = { ...theirs, organizationIds: [client], work };
    await expectRefused(tx, beginClientJob, elsewhere.brett.actor, same, "not_found");
  });
});

describe("seats of several clients", () => {
  test("are changed as they were shown, with the ledger and both logs", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens, { teams: 30 });
    const [one, two, crowded] = [
      await aClientOf(tx, providerId, { name: "One", seats: 10 }),
      await aClientOf(tx, providerId, { name: "Two", seats: 12 }),
      await aClientOf(tx, providerId, { name: "Crowded", seats: 20, used: 19 }),
    ];
    const change = { mode: "to" as const, seats: 15 };
    const organizationIds = [one, two, crowded];
    const confirmed = await shown(tx, brett.actor, { providerId, organizationIds, change }, true);
    expect(confirmed.plans).toEqual([{ plan: "teams_monthly", change: 8, purchase: 8 }]);
    const jobId = aJobId();
    const work = { kind: "seats" as const, change };
    await execute(tx, beginClientJob, brett.actor, { providerId, jobId, organizationIds, work, confirmed });
    expect(await resultsOf(tx, brett.actor, providerId, jobId)).toEqual({
      One: { from: 10, to: 15 },
      Two: { from: 12, to: 15 },
      Crowded: "seats_below_used",
    });
    const { rows } = await ask(tx, getClientJob, brett.actor, { providerId, jobId });
    expect(rows.find(({ refusal }) => refusal)?.result).toEqual({ values: { used: 19 } });
    const plans = await tx.select().from(providerPlans).where(eq(providerPlans.providerId, providerId));
    expect(plans).toContainEqual(expect.objectContaining({ allocatedSeats: 50, purchasedSeats: 20 }));
    const entries = await tx.select().from(seatLedger).orderBy(seatLedger.seatsBefore);
    expect(entries).toMatchObject([
      { organizationId: one, seatsBefore: 10, seatsAfter: 15, reason: "seats_changed" },
      { organizationId: two, seatsBefore: 12, seatsAfter: 15 },
    ]);
    expect((await eventsOf(tx)).map(({ type }) => type).toSorted()).toEqual([
      "client.seats_changed",
      "client.seats_changed",
      "organization.seats_changed",
      "organization.seats_changed",
      "provider.client_job_done",
    ]);
  });

  test("of a service user stay inside the unassigned ones, one client after the other", async ({ tx }) => {
    const { providerId, betty } = await aProviderWith(tx, wardens, { teams: 25 });
    const organizationIds = [await aClientOf(tx, providerId), await aClientOf(tx, providerId)];
    const change = { mode: "by" as const, seats: 5 };
    const confirmed = await shown(tx, betty.actor, { providerId, organizationIds, change }, false);
    expect(confirmed.clients.map(({ to }) => to)).toEqual([15, null]);
    const jobId = aJobId();
    const job = { providerId, jobId, organizationIds, work: { kind: "seats" as const, change }, confirmed };
    await execute(tx, beginClientJob, betty.actor, job);
    expect(await ask(tx, getClientJob, betty.actor, { providerId, jobId })).toMatchObject({
      done: 1,
      refused: 1,
    });
    const asAdmin = await shown(tx, betty.actor, { providerId, organizationIds, change }, true);
    const bold = { ...job, jobId: aJobId(), confirmed: asAdmin };
    await expectRefused(tx, beginClientJob, betty.actor, bold, "seats_changed");
  });

  test("that another has changed meanwhile are shown and confirmed again", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens, { teams: 25 });
    const [one, two] = [await aClientOf(tx, providerId), await aClientOf(tx, providerId)];
    const change = { mode: "by" as const, seats: 3 };
    const asked = { providerId, organizationIds: [one], change };
    const confirmed = await shown(tx, brett.actor, asked, true);
    await execute(tx, setClientSeats, betty.actor, { providerId, organizationId: two, seats: 14 });
    const jobId = aJobId();
    const job = { providerId, jobId, organizationIds: [one], work: { kind: "seats" as const, change } };
    for (const stale of [confirmed, null])
      await expectRefused(tx, beginClientJob, brett.actor, { ...job, confirmed: stale }, "seats_changed");
    const anew = await shown(tx, brett.actor, asked, true);
    expect(anew.plans).toEqual([{ plan: "teams_monthly", change: 3, purchase: 2 }]);
    await execute(tx, beginClientJob, brett.actor, { ...job, confirmed: anew });
  });

  test("are retried by the numbers of then; a client that has left is in the job no more", async ({ tx }) => {
    const { providerId, brett, betty } = await aProviderWith(tx, wardens, { teams: 20 });
    const [one, two] = [
      await aClientOf(tx, providerId, { name: "One" }),
      await aClientOf(tx, providerId, { name: "Two" }),
    ];
    const change = { mode: "by" as const, seats: 2 };
    const both = { providerId, organizationIds: [one, two], change };
    const jobId = aJobId();
    const work = { kind: "seats" as const, change };
    const confirmed = await shown(tx, betty.actor, both, false);
    await execute(tx, beginClientJob, betty.actor, { ...both, jobId, work, confirmed });
    expect(await ask(tx, getClientJob, betty.actor, { providerId, jobId })).toMatchObject({
      done: 0,
      refused: 2,
    });
    await tx.delete(providerOrganizations).where(eq(providerOrganizations.organizationId, two));
    const now = await shown(tx, brett.actor, { ...both, organizationIds: [one] }, true);
    await execute(tx, retryClientJob, brett.actor, { providerId, jobId, confirmed: now });
    expect(await resultsOf(tx, brett.actor, providerId, jobId)).toEqual({ One: { from: 10, to: 12 } });
  });
});
