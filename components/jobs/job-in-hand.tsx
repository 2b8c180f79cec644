"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import type { CarryOutActions } from "@/components/jobs/job-actions";
import { useCarryOut } from "@/components/jobs/use-carry-out";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { FailureCallout } from "@/components/ui/failure-callout";
import { ProgressBar } from "@/components/ui/progress-bar";
import { LockedCallout } from "@/components/vault/locked-callout";

type Props = {
  job: { providerId: string; jobId: string; blueprintId: string };
  /** How many of its clients are settled, of how many. */
  settled: number;
  clients: number;
  actions: CarryOutActions;
};

/** A job that this browser carries out: what it is at, or what it waits for. */
export function JobInHand({ job, settled, clients, actions }: Props) {
  const t = useTranslations("clients.jobs.running");
  const { failure } = useMessages();
  const { step, status, goOn } = useCarryOut(job, actions);
  const waiting = clients - settled;

  if (status === "locked")
    return (
      <LockedCallout title={t("locked", { count: waiting })} unlock={t("unlock")}>
        {t("lockedText")}
      </LockedCallout>
    );
  if (step.at === "gone")
    return (
      <Callout role="alert" tone="warn" title={t("gone")}>
        {t("goneText")}
      </Callout>
    );
  if (step.at === "elsewhere") return <Callout title={t("elsewhere")}>{t("elsewhereText")}</Callout>;
  if (step.at === "stopped")
    return (
      <FailureCallout title={t("stopped")} onRetry={goOn} retry={t("goOn")}>
        {failure(step.failure)}
      </FailureCallout>
    );
  const doing = step.at === "running" ? t("now", { name: step.client.name }) : t("begins");
  return (
    <Card>
      <ProgressBar done={settled} total={clients} doing={doing} />
      <p className="mt-3 text-label text-muted">{t("stays")}</p>
    </Card>
  );
}
