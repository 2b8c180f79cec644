"use client";

import { useRouter } from "next/navigation";
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
  prove: Prove;
  deleteIt: Act<{ organizationId: string }>;
};

/** Deletes the organization, after its name was typed and the master password proven. */
export function DeleteOrganization({ organizationId, name, prove, deleteIt }: Props) {
  const t = useTranslations("console.settingsPage.delete");
  const router = useRouter();
  const { withProof, dialog } = useProof(prove);
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={t("title")}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-muted">{t("text")}</p>
        <Button variant="danger" size="s" onClick={() => setAsking(true)}>
          {t("button")}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmAction
          title={t("confirmTitle", { name })}
          confirm={t("button")}
          typed={name}
          act={() => withProof(() => deleteIt({ organizationId }))}
          done={t("done", { name })}
          onDone={() => router.replace("/vault")}
          onClose={() => setAsking(false)}
        >
          {t("confirmText")}
        </ConfirmAction>
      ) : null}
      {dialog}
    </Card>
  );
}
