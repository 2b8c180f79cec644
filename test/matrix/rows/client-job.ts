import { randomUUID } from "node:crypto";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import { BlueprintId, ClientJobId, ClientTagId } from "@/lib/domain/ids";
import { beginClientJob } from "@/lib/operations/client-job/begin-client-job";
import { getClientJob } from "@/lib/operations/client-job/get-client-job";
import { getSeatsOfClients } from "@/lib/operations/client-job/get-seats-of-clients";
import { listClientJobs } from "@/lib/operations/client-job/list-client-jobs";
import { retryClientJob } from "@/lib/operations/client-job/retry-client-job";
import { settleClientJob } from "@/lib/operations/client-job/settle-client-job";
import { inPortal } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";

const everyUser = inPortal(["staff"]);

const untag = () => ({ kind: "untag" as const, tagId: ClientTagId.parse(randomUUID()) });

/** A job that did not fit its only client. */
async function aJob({ tx, providerId, organizationId, team }: Given) {
  const jobId = ClientJobId.parse(randomUUID());
  const askedBy = team.boss.userId;
  await tx.insert(clientJobs).values({ id: jobId, providerId, kind: "untag", work: untag(), askedBy });
  const refusal = "too_many_tags_of_client" as const;
  await tx.insert(clientJobRows).values({ jobId, providerId, organizationId, refusal });
  return { providerId, jobId };
}

/** A client that waits for a blueprint, in a job of whoever asks. */
async function aWaiting({ tx, providerId, organizationId, team, you }: Given) {
  const jobId = ClientJobId.parse(randomUUID());
  const askedBy = (you.person ?? team.boss).userId;
  const work = { kind: "blueprint" as const, blueprintId: BlueprintId.parse(randomUUID()) };
  await tx.insert(clientJobs).values({ id: jobId, providerId, kind: work.kind, work, askedBy });
  await tx.insert(clientJobRows).values({ jobId, providerId, organizationId });
  const outcome = { kind: "refused" as const, refusal: "needs_a_look" as const };
  return { providerId, jobId, organizationId, outcome };
}

export const rows = [
  row(beginClientJob, everyUser).with(({ providerId, organizationId }) => ({
    providerId,
    jobId: randomUUID(),
    organizationIds: [organizationId],
    work: untag(),
  })),
  row(retryClientJob, everyUser).with(aJob),
  row(settleClientJob, everyUser).with(aWaiting),
  row(getClientJob, everyUser).with(aJob),
  row(listClientJobs, everyUser).with(({ providerId }) => ({ providerId })),
  row(getSeatsOfClients, everyUser).with(({ providerId, organizationId }) => ({
    providerId,
    organizationIds: [organizationId],
  })),
];
