import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { FindingsTable } from "@/components/reports/findings-table";
import type { Finding, ReportName } from "@/components/reports/run-report";
import type { ReportState } from "@/components/reports/use-reports";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { ProgressBar } from "@/components/ui/progress-bar";
import { saveCsv } from "@/components/ui/save-file";

type Props = {
  name: ReportName;
  /** `notSetUp`: this server has nobody to ask. */
  state: ReportState | { is: "notSetUp" };
  busy: boolean;
  onRun: () => void;
};

/** One report: what it looks for, how far it is, and what it has found. */
export function ReportCard({ name, state, busy, onRun }: Props) {
  const t = useTranslations("reports");
  const say = useSaid(name);
  const findings = state.is === "done" ? state.findings : [];

  function save() {
    const head = [t("columns.name"), t("columns.username"), t("columns.keptIn"), t(`columns.${name}`)];
    saveCsv(
      `report-${name}`,
      [head].concat(findings.map(({ item, is }) => [item.name, item.username ?? "", item.keptIn, say(is)])),
    );
  }

  return (
    <Card
      title={t(`names.${name}`)}
      action={
        <>
          {findings.length > 0 ? (
            <Button variant="quiet" size="s" icon={<Download aria-hidden="true" />} onClick={save}>
              {t("csv")}
            </Button>
          ) : null}
          {state.is === "notSetUp" ? null : (
            <Button variant="quiet" size="s" disabled={busy} onClick={onRun}>
              {t(state.is === "done" ? "again" : "run")}
            </Button>
          )}
        </>
      }
    >
      <p className="max-w-180 text-muted">{t(`texts.${name}`)}</p>
      <div className="mt-2">
        <State state={state} />
      </div>
      {findings.length > 0 ? <FindingsTable name={name} findings={findings} say={say} /> : null}
    </Card>
  );
}

/** What a report says of an item, in words. */
function useSaid(name: ReportName): (is: Finding["is"]) => string {
  const strength = useTranslations("ui.strength");
  const words = ["veryWeak", "weak", "fair"] as const;
  return (is) => (name === "weak" ? strength(words[Number(is)] ?? "fair") : String(is));
}

function State({ state }: Pick<Props, "state">) {
  const t = useTranslations("reports.state");
  const reports = useTranslations("reports");
  if (state.is === "loading") return <p role="status">{reports("loading")}</p>;
  if (state.is === "running")
    return <ProgressBar done={state.done} total={state.total} doing={t("running")} />;
  if (state.is !== "done") {
    const tone = state.is === "failed" ? "text-bad" : "text-muted";
    return (
      <p role="status" className={tone}>
        {t(state.is)}
      </p>
    );
  }
  const { findings, checked, leftOut, keptAt } = state;
  const count = findings.length;
  return (
    <div role="status">
      <p className={count > 0 ? "font-strong text-warn" : "font-strong text-ok"}>
        {count > 0 ? t("found", { count, checked }) : t("clean", { checked })}
      </p>
      {leftOut > 0 ? <p className="text-label text-muted">{t("leftOut", { count: leftOut })}</p> : null}
      {keptAt !== null ? (
        <p className="text-label text-muted">
          {t.rich("kept", { when: () => <DateTime value={new Date(keptAt)} /> })}
        </p>
      ) : null}
    </div>
  );
}
