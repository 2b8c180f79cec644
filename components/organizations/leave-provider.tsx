"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Prove } from "@/components/account/two-step-actions";
import { useProof } from "@/components/account/use-proof";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Act } from "@/lib/http/result";

type Props = {
  organizationId: string;
  name: string;
  provider: string;
  prove: Prove;
  leave: Act<{ organizationId: string }>;
};

/** Ends the relation with the provider, after the master password was proven. */
export function LeaveProvider({ organizationId, name, provider, prove, leave }: Props) {
  const t = useTranslations("organizations.leaveProvider");
  const { withProof, dialog } = useProof(prove);
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={t("title", { provider })}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-muted">{t("text", { provider })}</p>
        <Button variant="danger" size="s" onClick={() => setAsking(true)}>
          {t("button")}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmAction
          title={t("confirmTitle", { name, provider })}
          confirm={t("button")}
          act={() => withProof(() => leave({ organizationId }))}
          done={t("done", { name, provider })}
          onClose={() => setAsking(false)}
        >
          <ul className="flex list-disc flex-col gap-1 ps-5">
            <li>{t("access", { provider })}</li>
            <li>{t("places", { provider })}</li>
            <li>{t("bills")}</li>
            <li>{t("key")}</li>
          </ul>
        </ConfirmAction>
      ) : null}
      {dialog}
    </Card>
  );
}
