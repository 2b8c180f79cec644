"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Prove } from "@/components/account/two-step-actions";
import { useProof } from "@/components/account/use-proof";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Act } from "@/lib/http/result";

type Props = {
  providerId: string;
  name: string;
  /** How many clients are linked: with any, a provider is not deleted. */
  clients: number;
  prove: Prove;
  ask: Act<{ providerId: string }>;
};

/** Asks to delete the provider: its name is typed, the master password proven, and a link mailed that deletes. */
export function DeleteProvider({ providerId, name, clients, prove, ask }: Props) {
  const t = useTranslations("portal.settings.delete");
  const { withProof, dialog } = useProof(prove);
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={t("title")}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-muted">{t("text")}</p>
        {clients > 0 ? (
          <Callout tone="warn" title={t("linked", { count: clients })}>
            <LinkButton href={`/providers/${providerId}/clients`} variant="quiet" size="s">
              {t("clients")}
            </LinkButton>
          </Callout>
        ) : null}
        <Button variant="danger" size="s" disabled={clients > 0} onClick={() => setAsking(true)}>
          {t("button")}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmAction
          title={t("confirmTitle", { name })}
          confirm={t("confirm")}
          typed={name}
          act={() => withProof(() => ask({ providerId }))}
          done={t("sent")}
          onClose={() => setAsking(false)}
        >
          {t("confirmText")}
        </ConfirmAction>
      ) : null}
      {dialog}
    </Card>
  );
}
