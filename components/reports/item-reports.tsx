"use client";

import { useTranslations } from "next-intl";
import { ReportCard } from "@/components/reports/report-card";
import { type ReportName, reportNames } from "@/components/reports/run-report";
import type { Source } from "@/components/reports/sources";
import { useReports } from "@/components/reports/use-reports";
import { Button } from "@/components/ui/button";

/** The reports over items, each run when somebody asks for it. `asksBreaches`: this server has somebody to ask. */
export function ItemReports({ source, asksBreaches }: { source: Source; asksBreaches: boolean }) {
  const t = useTranslations("reports");
  const { states, run, isRunning } = useReports(source);
  const canRun = (name: ReportName) => name !== "exposed" || asksBreaches;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <p className="me-auto max-w-180 text-muted">{t("text")}</p>
        <Button disabled={isRunning} onClick={() => void run(reportNames.filter(canRun))}>
          {t("runAll")}
        </Button>
      </div>
      {reportNames.map((name) => (
        <ReportCard
          key={name}
          name={name}
          state={canRun(name) ? states[name] : { is: "notSetUp" }}
          busy={isRunning}
          onRun={() => void run([name])}
        />
      ))}
    </>
  );
}
