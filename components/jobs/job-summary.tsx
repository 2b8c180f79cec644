import type { ReactNode } from "react";
import type { SealedTags } from "@/components/clients/tags";
import { JobAsker } from "@/components/jobs/job-asker";
import { JobState } from "@/components/jobs/job-state";
import { JobWork } from "@/components/jobs/job-work";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { ClientJob } from "@/lib/operations/client-job/get-client-job";

/** What a job does, who has begun it and when, and how far it is. */
export const JobSummary = ({
  job,
  sealedTags,
  children,
}: {
  job: ClientJob;
  sealedTags: SealedTags;
  children?: ReactNode;
}) => (
  <Card>
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <div className="me-auto flex flex-col gap-1.5">
        <p className="font-semibold">
          <JobWork work={job.work} sealedTags={sealedTags} blueprintName={job.blueprintName} />
        </p>
        <p className="text-label text-muted">
          <JobAsker {...job.askedBy} /> · <DateTime value={job.askedAt} />
        </p>
        <p role="status">
          <JobState clients={job.clients} done={job.done} refused={job.refused} asBefore={job.asBefore} />
        </p>
      </div>
      {children}
    </div>
  </Card>
);
