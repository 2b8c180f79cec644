"use client";

import { useTranslations } from "next-intl";
import { makesSomething } from "@/components/blueprints/unasked";
import { useRowRefusal } from "@/components/clients/use-row-refusal";
import { AppLink } from "@/components/ui/app-link";
import type { BlueprintResult } from "@/lib/domain/provider/client-jobs";
import type { ClientJob } from "@/lib/operations/client-job/get-client-job";

type Props = {
  kind: ClientJob["work"]["kind"];
  row: ClientJob["rows"][number];
  /** The page that compares this client with the job's blueprint, where it has one. */
  compareAt: string | null;
};

const made = ["collections", "groups", "permissions", "switches", "policies", "lacking", "leftOut"] as const;

/** What was done to a client, or why not; with the way to where a person decides. */
export function RowDetail({ kind, row: { refusal, result }, compareAt }: Props) {
  const t = useTranslations("clients.jobs");
  const why = useRowRefusal();
  const isToSee = refusal === "needs_a_look" || (result && "leftOut" in result && result.leftOut > 0);
  return (
    <>
      {refusal ? why(refusal, result && "values" in result ? result.values : {}) : null}
      {result && "asBefore" in result ? t("asBefore", { kind }) : null}
      {result && "from" in result ? t("fromTo", result) : null}
      {result && "leftOut" in result ? <Made result={result} /> : null}
      {isToSee && compareAt ? (
        <>
          {" "}
          <AppLink href={compareAt} className="whitespace-nowrap text-accent underline underline-offset-2">
            {t("compare")}
          </AppLink>
        </>
      ) : null}
    </>
  );
}

function Made({ result }: { result: BlueprintResult }) {
  const t = useTranslations("clients.jobs");
  const counts = made.flatMap((what) =>
    result[what] > 0 ? [t(`made.${what}`, { count: result[what] })] : [],
  );
  if (makesSomething(result)) return counts.join(" · ");
  return [t("nothingToDo"), ...counts].join(" · ");
}
