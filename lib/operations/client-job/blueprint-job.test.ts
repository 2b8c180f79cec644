import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { sessions } from "@/db/schema/sessions";
import { BlueprintId, ClientJobId, type OrganizationId, type ProviderId } from "@/lib/domain/ids";
import type { BlueprintOutcome } from "@/lib/domain/provider/client-jobs";
import { deleteBlueprint } from "@/lib/operations/blueprint/delete-blueprint";
import { saveBlueprint } from "@/lib/operations/blueprint/save-blueprint";
import { deleteClient } from "@/lib/operations/client/delete-client";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { beginClientJob } from "@/lib/operations/client-job/begin-client-job";
import { getClientJob } from "@/lib/operations/client-job/get-client-job";
import { listClientJobs } from "@/lib/operations/client-job/list-client-jobs";
import { retryClientJob } from "@/lib/operations/client-job/retry-client-job";
import { settleClientJob } from "@/lib/operations/client-job/settle-client-job";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aConfirmed } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", betty: "service_user, confirmed" } as const;

const nothing = {
  collections: 0,
  groups: 0,
  permissions: 0,
  switches: 0,
  policies: 0,
  lacking: 0,
  leftOut: 0,
};
const done: BlueprintOutcome = { kind: "done", result: { ...nothing, collections: 3, groups: 2 } };
const closed: BlueprintOutcome = { kind: "refused", refusal: "provider_access_closed" };

/** A provider with a blueprint and two clients. */
async function aTeam(tx: Tx) {
  const team = await aProviderWith(tx, wardens);
  const { providerId, brett } = team;
  const blueprintId = BlueprintId.parse(randomUUID());
  const name = sealedText(2);
  await execute(tx, saveBlueprint, brett.actor, { providerId, blueprintId, name, content: sealedText(9) });
  const open = await aClientOf(tx, providerId, { name: "Open" });
  const shut = await aClientOf(tx, providerId, { name: "Shut" });
  return { ...team, blueprintId, name, open, shut };
}

/** The same with a job of the service user over both clients. */
async function aJob(tx: Tx) {
  const team = await aTeam(tx);
  const { providerId, blueprintId, open, shut, betty } = team;
  const jobId = ClientJobId.parse(randomUUID());
  const work = { kind: "blueprint" as const, blueprintId };
  const job = { providerId, jobId, organizationIds: [open, shut], work };
  await execute(tx, beginClientJob, betty.actor, job);
  const settle = (organizationId: OrganizationId, outcome: BlueprintOutcome) =>
    execute(tx, settleClientJob, betty.actor, { providerId, jobId, organizationId, outcome });
  const read = () => ask(tx, getClientJob, betty.actor, { providerId, jobId });
  return { ...team, jobId, job, settle, read };
}

const toldOf = async (tx: Tx) =>
  (await eventsOf(tx))
    .filter(({ type }) => type !== "provider.blueprint_saved")
    .map(({ type, details }) => [type, details]);

describe("a blueprint for several clients", () => {
  test("waits for the browser, and is over once each row is settled", async ({ tx }) => {
    const { providerId, brett, jobId, name, open, shut, settle, read } = await aJob(tx);
    expect(await read()).toMatchObject({ clients: 2, done: 0, refused: 0, isOwn: true, blueprintName: name });
    await settle(open, done);
    expect(await read()).toMatchObject({ done: 1, refused: 0 });
    await settle(shut, closed);
    const { rows } = await read();
    expect(rows).toMatchObject([
      { name: "Shut", refusal: "provider_access_closed", doneAt: null, result: null },
      { name: "Open", refusal: null, doneAt: expect.any(Date), result: { collections: 3, groups: 2 } },
    ]);
    expect(await toldOf(tx)).toEqual([
      ["provider.client_job_begun", { job: "blueprint", count: 2 }],
      ["client.blueprint_not_applied", { client: "Shut", why: "provider_access_closed" }],
      ["provider.client_job_done", { job: "blueprint", count: 1, refused: 1 }],
    ]);
    const { jobs } = await ask(tx, listClientJobs, brett.actor, { providerId });
    expect(jobs).toMatchObject([{ id: jobId, clients: 2, done: 1, refused: 1, blueprintName: name }]);
  });

  test.for(["deleted", "unlinked"])("is over once the last client that waits is %s", async (how, { tx }) => {
    const { providerId, brett, open, shut, settle, read } = await aJob(tx);
    await settle(open, done);
    await tx.update(sessions).set({ provenAt: new Date() });
    const target = { providerId, organizationId: shut };
    if (how === "unlinked") await aConfirmed(tx, shut, "owner", "Claire Dubois");
    if (how === "deleted") await execute(tx, deleteClient, brett.actor, target);
    else await execute(tx, unlinkClient, brett.actor, target);
    expect(await read()).toMatchObject({ clients: 1, done: 1, refused: 0 });
    expect(await toldOf(tx)).toContainEqual([
      "provider.client_job_done",
      { job: "blueprint", count: 1, refused: 0 },
    ]);
  });

  test("begun twice is one job, and a row that is settled stays as it is", async ({ tx }) => {
    const { betty, job, open, shut, settle, read } = await aJob(tx);
    await settle(open, done);
    await execute(tx, beginClientJob, betty.actor, job);
    await settle(open, closed);
    await settle(shut, closed);
    await settle(shut, done);
    expect(await read()).toMatchObject({ clients: 2, done: 1, refused: 1 });
    expect((await toldOf(tx)).map(([type]) => type)).toEqual([
      "provider.client_job_begun",
      "client.blueprint_not_applied",
      "provider.client_job_done",
    ]);
  });

  test("of a colleague is seen, and not carried out or begun again", async ({ tx }) => {
    const { providerId, brett, jobId, open, shut, settle, read } = await aJob(tx);
    const given = { providerId, jobId };
    expect(await ask(tx, getClientJob, brett.actor, given)).toMatchObject({ isOwn: false, clients: 2 });
    const row = { ...given, organizationId: open, outcome: done };
    await expectRefused(tx, settleClientJob, brett.actor, row, "job_of_another");
    await settle(shut, closed);
    await expectRefused(tx, retryClientJob, brett.actor, given, "job_of_another");
    expect(await read()).toMatchObject({ done: 0, refused: 1 });
  });

  test("has what was refused wait again when that is said", async ({ tx }) => {
    const { providerId, betty, jobId, open, shut, settle, read } = await aJob(tx);
    await settle(open, done);
    await settle(shut, closed);
    await execute(tx, retryClientJob, betty.actor, { providerId, jobId });
    expect(await read()).toMatchObject({ done: 1, refused: 0 });
    await settle(shut, { kind: "done", result: nothing });
    expect(await read()).toMatchObject({ done: 2, refused: 0 });
    expect((await toldOf(tx)).slice(3)).toEqual([
      ["provider.client_job_begun", { job: "blueprint", count: 1 }],
      ["provider.client_job_done", { job: "blueprint", count: 2, refused: 0 }],
    ]);
  });

  test("is refused as a whole for a foreign client, and for a foreign blueprint or one that is gone", async ({
    tx,
  }) => {
    const { providerId, blueprintId, brett, open } = await aTeam(tx);
    const elsewhere = await aTeam(tx);
    const begin = (organizationIds: OrganizationId[], of: BlueprintId) => ({
      providerId,
      jobId: randomUUID(),
      organizationIds,
      work: { kind: "blueprint" as const, blueprintId: of },
    });
    const { actor } = brett;
    await expectRefused(tx, beginClientJob, actor, begin([open, elsewhere.open], blueprintId), "not_found");
    await expectRefused(tx, beginClientJob, actor, begin([open], elsewhere.blueprintId), "not_found");
    await execute(tx, deleteBlueprint, actor, { providerId, blueprintId });
    await expectRefused(tx, beginClientJob, actor, begin([open], blueprintId), "not_found");
    expect((await ask(tx, listClientJobs, actor, { providerId })).jobs).toEqual([]);
  });

  test("is settled by nobody of another provider, and for no client that is not in it", async ({ tx }) => {
    const { providerId, betty, jobId, open, shut, read } = await aJob(tx);
    const elsewhere = await aJob(tx);
    const row = (of: ProviderId, id: ClientJobId, organizationId: OrganizationId) => ({
      providerId: of,
      jobId: id,
      organizationId,
      outcome: done,
    });
    const { actor } = elsewhere.betty;
    await expectRefused(tx, settleClientJob, actor, row(providerId, jobId, open), "not_found");
    await expectRefused(tx, settleClientJob, actor, row(elsewhere.providerId, jobId, open), "not_found");
    const third = await aClientOf(tx, providerId, { name: "Third" });
    for (const foreign of [third, elsewhere.open])
      await expectRefused(tx, settleClientJob, betty.actor, row(providerId, jobId, foreign), "not_found");
    await tx.delete(providerOrganizations).where(eq(providerOrganizations.organizationId, shut));
    await expectRefused(tx, settleClientJob, betty.actor, row(providerId, jobId, shut), "not_found");
    expect(await read()).toMatchObject({ clients: 1, done: 0, refused: 0 });
  });

  test("says that its blueprint is gone, and a job of another kind is not settled", async ({ tx }) => {
    const { providerId, brett, betty, blueprintId, jobId, open, read } = await aJob(tx);
    await execute(tx, deleteBlueprint, brett.actor, { providerId, blueprintId });
    expect(await read()).toMatchObject({ blueprintName: null });
    await expectRefused(
      tx,
      settleClientJob,
      betty.actor,
      { providerId, jobId: randomUUID(), organizationId: open, outcome: done },
      "not_found",
    );
    const given = { providerId, jobId, organizationId: open };
    const words = { ...given, outcome: { kind: "refused" as const, refusal: "not_signed_in" as never } };
    await expect(execute(tx, settleClientJob, betty.actor, words)).rejects.toThrow();
  });
});
