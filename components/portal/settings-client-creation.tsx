"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { useAct } from "@/components/forms/use-act";
import type { RuleActions } from "@/components/portal/settings-rules";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";

type Props = { providerId: string; allowed: boolean; save: RuleActions["setClientCreation"] };

/** Whether service users make and link clients. */
export function ClientCreationCard({ providerId, allowed, save }: Props) {
  const t = useTranslations("portal.settings.rules.creation");
  const toast = useToast();
  const { act, busy } = useAct();
  const [shown, show] = useOptimistic(allowed);
  const [, start] = useTransition();

  const change = (next: boolean) =>
    start(async () => {
      show(next);
      await act(
        () => save({ providerId, allowed: next }),
        () => toast.success(t(next ? "on" : "off")),
      );
    });

  return (
    <Card title={t("title")}>
      <Switch
        checked={shown}
        disabled={busy}
        hint={t("allowHint")}
        onChange={({ target }) => change(target.checked)}
      >
        {t("allow")}
      </Switch>
    </Card>
  );
}
