"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { SetTwoStepRequirement } from "@/lib/domain/provider/inputs";
import type { ActionResult } from "@/lib/http/result";
import type { TwoStepRequirement } from "@/lib/operations/provider/get-two-step-requirement";

type Props = {
  providerId: string;
  requirement: TwoStepRequirement;
  save: (input: z.input<typeof SetTwoStepRequirement>) => Promise<ActionResult<unknown>>;
};

/** Whether the provider's people need a second step. Who has none is named before it is required. */
export function TwoStepRequirementCard({ providerId, requirement, save }: Props) {
  const t = useTranslations("portal.settings.twoStep");
  const [isAsking, setAsking] = useState(false);
  const { required, lacking, lackingCount, youLack } = requirement;
  const next = required ? "stop" : "start";
  const who =
    lackingCount === 0
      ? t("nobodyLacks")
      : t("lacking", { count: lackingCount, names: lacking.join(", "), more: lackingCount - lacking.length });
  return (
    <div className="max-w-140">
      <Card title={t("title")} action={required ? <Badge tone="ok">{t("required")}</Badge> : null}>
        <div className="flex flex-col items-start gap-3">
          <p className="text-muted">{t("text")}</p>
          <p className={lackingCount > 0 ? "wrap-anywhere text-warn" : "text-muted"}>{who}</p>
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t(next)}
          </Button>
        </div>
      </Card>
      {isAsking ? (
        <ConfirmAction
          title={t(`${next}Title`)}
          confirm={t(next)}
          tone={required ? "danger" : "primary"}
          act={() => save({ providerId, required: !required })}
          done={t(`${next}Done`)}
          onClose={() => setAsking(false)}
        >
          {required ? (
            t("stopText")
          ) : (
            <div className="wrap-anywhere flex flex-col gap-2">
              <p>{t("startText")}</p>
              <p>{who}</p>
              {youLack ? <p>{t("youLack")}</p> : null}
            </div>
          )}
        </ConfirmAction>
      ) : null}
    </div>
  );
}
