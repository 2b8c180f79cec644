"use client";

import { useTranslations } from "next-intl";
import type { UnderWay } from "@/components/items/use-transfer";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";

type Props = { underWay: UnderWay; cancel: () => void };

/** How far a file is that goes or comes, and the button that gives it up. */
export function TransferProgress({ underWay, cancel }: Props) {
  const t = useTranslations("vault.files");
  const { way, name, done, total } = underWay;
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar done={done} total={total} doing={t(way === "up" ? "adding" : "fetching", { name })} />
      <div>
        <Button variant="quiet" onClick={cancel}>
          {t("stop")}
        </Button>
      </div>
    </div>
  );
}
