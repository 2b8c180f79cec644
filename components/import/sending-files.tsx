"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";

type Props = { done: number; total: number; name: string; onStop: () => void };

/** Which of the files that come with an import is on its way. */
export function SendingFiles({ done, total, name, onStop }: Props) {
  const t = useTranslations("import.files");
  return (
    <Card>
      <ProgressBar done={done} total={total} doing={t("sending", { number: done + 1, total, name })} />
      <p className="mt-2.5 text-muted">{t("sendingText")}</p>
      <div className="mt-2.5">
        <Button variant="quiet" size="s" onClick={onStop}>
          {t("stop")}
        </Button>
      </div>
    </Card>
  );
}
