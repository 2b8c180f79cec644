"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { JobActions } from "@/components/jobs/job-actions";
import { RetrySeats } from "@/components/jobs/retry-seats";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ClientJob } from "@/lib/operations/client-job/get-client-job";

type Props = { providerId: string; job: ClientJob; mayPurchase: boolean; actions: JobActions };

/** Tries once more what was refused. Of seats, what it comes to now is shown and confirmed first. */
export function RetryJob({ providerId, job, mayPurchase, actions }: Props) {
  const t = useTranslations("clients.jobs");
  const { failure } = useMessages();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { work } = job;
  const refused = job.rows.flatMap(({ id, refusal }) => (refusal ? [id] : []));

  async function retry() {
    setBusy(true);
    const answer = await reach(actions.retry({ providerId, jobId: job.id }));
    setBusy(false);
    if (answer.ok) toast.success(t(work.kind === "blueprint" ? "retrying" : "retried"));
    else toast.error(failure(answer.failure));
  }

  return (
    <>
      <Button
        busy={busy}
        icon={<RotateCw aria-hidden="true" />}
        onClick={() => (work.kind === "seats" ? setOpen(true) : void retry())}
      >
        {t("retry", { count: refused.length })}
      </Button>
      {isOpen && work.kind === "seats" ? (
        <RetrySeats
          providerId={providerId}
          jobId={job.id}
          change={work.change}
          organizationIds={refused}
          mayPurchase={mayPurchase}
          actions={actions}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
