import { useEffect, useRef, useState } from "react";
import { useStrengthMeter } from "@/components/account/use-strength";
import { Cancelled } from "@/components/forms/cancelled";
import { askRange } from "@/components/reports/ask-range";
import type { ReportItems } from "@/components/reports/report-item";
import {
  coveredBy,
  type Finding,
  type ReportName,
  reportNames,
  runReport,
} from "@/components/reports/run-report";
import type { Source } from "@/components/reports/sources";
import { useVault } from "@/components/vault/vault-provider";

/** How far a report is. That it has not run is something else than that it has found nothing. */
export type ReportState =
  | { is: "notRun" | "loading" | "failed" }
  | { is: "running"; done: number; total: number }
  | {
      is: "done";
      findings: readonly Finding[];
      checked: number;
      leftOut: number;
      keptAt: ReportItems["keptAt"];
    };

type States = Record<ReportName, ReportState>;

/** A page is told of progress this often, in milliseconds. */
const betweenNews = 100;

const all = (state: ReportState): States =>
  // The table has exactly the reports as keys.
  Object.fromEntries(reportNames.map((name) => [name, state])) as States;

/** Runs reports on this device, one after the other, until the page is left. */
export function useReports(source: Source) {
  const { withVault } = useVault();
  const estimate = useStrengthMeter();
  const [states, setStates] = useState<States>(() => all({ is: "notRun" }));
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const put = (name: ReportName, state: ReportState) => setStates((before) => ({ ...before, [name]: state }));

  async function run(names: readonly ReportName[]) {
    leaving.current?.abort();
    const left = new AbortController();
    const { signal } = left;
    leaving.current = left;
    for (const name of names) put(name, { is: "loading" });
    let current: ReportName | undefined;
    try {
      await withVault(async (vault) => {
        const { logins, closed, keptAt } = await source(vault);
        for (const name of names) {
          current = name;
          let told = 0;
          const onProgress = (done: number, total: number) => {
            if (signal.aborted || (done < total && performance.now() - told < betweenNews)) return;
            told = performance.now();
            put(name, { is: "running", done, total });
          };
          const covered = coveredBy(name, logins);
          const findings = await runReport(name, covered, { vault, estimate, askRange, signal, onProgress });
          if (signal.aborted) return;
          put(name, {
            is: "done",
            findings,
            checked: covered.length,
            leftOut: closed + logins.length - covered.length,
            keptAt,
          });
        }
      });
    } catch (error) {
      if (signal.aborted) return;
      for (const name of names.slice(current ? names.indexOf(current) : 0))
        put(name, { is: error instanceof Cancelled ? "notRun" : "failed" });
    }
  }

  const isRunning = Object.values(states).some(({ is }) => is === "running" || is === "loading");
  return { states, run, isRunning };
}
