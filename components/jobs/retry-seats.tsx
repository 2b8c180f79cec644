"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AskedSeatPlan } from "@/components/clients/asked-seat-plan";
import { useSeatPlan } from "@/components/clients/use-seat-plan";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { JobActions } from "@/components/jobs/job-actions";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { confirmedOf } from "@/lib/domain/provider/bulk-seats";
import type { SeatChange } from "@/lib/domain/provider/client-jobs";

type Props = {
  providerId: string;
  jobId: string;
  change: SeatChange;
  organizationIds: readonly string[];
  mayPurchase: boolean;
  actions: JobActions;
  onClose: () => void;
};

/** The same change of seats once more, for the clients that it did not fit: by the numbers of this moment. */
export function RetrySeats({ providerId, jobId, change, mayPurchase, actions, onClose, ...of }: Props) {
  const t = useTranslations("clients.jobs");
  const { failure } = useMessages();
  const toast = useToast();
  const { asked, askAgain, planned, count } = useSeatPlan({
    ...{ providerId, change, mayPurchase, organizationIds: of.organizationIds },
    askSeats: actions.askSeats,
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send() {
    if (!planned) return;
    setBusy(true);
    setProblem(null);
    const answer = await reach(actions.retry({ providerId, jobId, confirmed: confirmedOf(planned) }));
    setBusy(false);
    if (answer.ok) {
      toast.success(t("retried"));
      return onClose();
    }
    setProblem(failure(answer.failure));
    if (answer.failure.code === "seats_changed") await askAgain();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("retry", { count: of.organizationIds.length })}
      size="l"
      held={busy}
    >
      <div className="flex flex-col gap-4">
        <AskedSeatPlan asked={asked} planned={planned} mayPurchase={mayPurchase} problem={problem} />
        <DialogFooter>
          <Button busy={busy} disabled={count === 0} onClick={() => void send()}>
            {t("retryAction", { count })}
          </Button>
          <DialogCancel />
        </DialogFooter>
      </div>
    </Dialog>
  );
}
