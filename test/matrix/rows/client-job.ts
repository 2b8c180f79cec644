import { randomUUID } from "node:crypto";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import { ClientJobId, ClientTagId } from "@/lib/domain/ids";
import { beginClientJob } from "@/lib/operations/client-job/begin-client-job";
import { getClientJob } from "@/lib/operations/client-job/get-client-job";
import { getSeatsOfClients } from "@/lib/operations/client-job/get-seats-of-clients";
import { listClientJobs } from "@/lib/operations/client-job/list-client-jobs";
import { retryClientJob } from "@/lib/operations/client-job/retry-client-job";
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

export const rows = [
  row(beginClientJob, everyUser).with(({ providerId, organizationId }) => ({
    providerId,
    jobId: randomUUID(),
    organizationIds: [organizationId],
    work: untag(),
  })),
  row(retryClientJob, everyUser).with(aJob),
  row(getClientJob, everyUser).with(aJob),
  row(listClientJobs, everyUser).with(({ providerId }) => ({ providerId })),
  row(getSeatsOfClients, everyUser).with(({ providerId, organizationId }) => ({
    providerId,
    organizationIds: [organizationId],
  })),
];
