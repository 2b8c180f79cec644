import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import { ClientJobId, ClientTagId } from "@/lib/domain/ids";
import { makeTag } from "@/lib/operations/client/make-tag";
import { getClientJob } from "@/lib/operations/client-job/get-client-job";
import { retryClientJob } from "@/lib/operations/client-job/retry-client-job";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

test("what became of all clients is written at once, and tags hold no seats", {
  timeout: 120_000,
}, async () => {
  const { db, statementsOf, close } = await openMeasured();
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  const tagId = ClientTagId.parse(randomUUID());
  await execute(db, makeTag, brett.actor, { providerId, tagId, name: sealedText(2), color: "teal" });
  const jobId = ClientJobId.parse(randomUUID());
  await db.transaction(async (tx) => {
    await tx.insert(clientJobs).values({
      ...{ id: jobId, providerId, kind: "tag", askedBy: brett.userId },
      work: { kind: "tag", tagId },
    });
    for (let made = 0; made < 3; made++)
      await tx.insert(clientJobRows).values({
        ...{ jobId, providerId, refusal: "too_many_tags_of_client" },
        organizationId: await aClientOf(tx, providerId),
      });
  });
  const sent = await statementsOf(() => execute(db, retryClientJob, brett.actor, { providerId, jobId }));
  expect(sent.filter((text) => text.startsWith('update "client_job_rows"'))).toHaveLength(1);
  expect(sent.filter((text) => text.includes('"provider_plans"'))).toEqual([]);
  const job = await ask(db, getClientJob, brett.actor, { providerId, jobId });
  expect(job).toMatchObject({ done: 3, refused: 0 });
  expect(job.rows.map(({ refusal, result }) => [refusal, result])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
  expect(job.rows.every(({ doneAt }) => doneAt instanceof Date)).toBe(true);
  await close();
});
