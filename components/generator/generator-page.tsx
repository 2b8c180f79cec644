"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Generator } from "@/components/generator/generator";
import { useGeneratorHistory } from "@/components/generator/history";
import { useGenerator } from "@/components/generator/use-generator";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { SecretText } from "@/components/ui/secret-text";

/** The generator on a page of its own, with what it has made since the vault was unlocked. */
export function GeneratorPage({ account }: { account: ReactNode }) {
  const t = useTranslations("generator");
  const state = useGenerator();
  return (
    <>
      <PageHeader title={t("title")} account={account} />
      <PageBody>
        <p className="text-muted">{t("text")}</p>
        <div className="grid @3xl:grid-cols-2 grid-cols-[minmax(0,1fr)] items-start gap-4">
          <Card>
            <Generator state={state} />
          </Card>
          <HistoryCard />
        </div>
      </PageBody>
    </>
  );
}

function HistoryCard() {
  const t = useTranslations("generator.history");
  const { entries, clear } = useGeneratorHistory();
  return (
    <Card
      title={t("title")}
      action={
        entries.length > 0 ? (
          <Button variant="quiet" size="s" onClick={clear}>
            {t("clear")}
          </Button>
        ) : null
      }
    >
      <p className="text-muted">{t(entries.length > 0 ? "text" : "none")}</p>
      {entries.length > 0 ? (
        <ol className="mt-2 flex flex-col divide-y">
          {entries.map(({ number, kind, text }) => (
            <li key={number} className="flex items-center gap-2 py-1.5">
              <span className="min-w-0 flex-1">
                <SecretText value={text} revealed />
              </span>
              <CopyButton label={t("copy", { kind, number })} value={text} />
            </li>
          ))}
        </ol>
      ) : null}
    </Card>
  );
}
