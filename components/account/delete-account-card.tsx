"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AskDeletionFacts, DeleteAccountDialog } from "@/components/account/delete-account-dialog";
import type { Prove } from "@/components/account/two-step-actions";
import { Button } from "@/components/ui/button";

type Props = { email: string; askFacts: AskDeletionFacts; deleteAccount: Prove };

/** Leads to the deletion of one's own account. */
export function DeleteAccountCard(props: Props) {
  const t = useTranslations("account.deletion");
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-muted">{t("text")}</p>
      <Button variant="danger" size="s" onClick={() => setOpen(true)}>
        {t("start")}
      </Button>
      {isOpen ? <DeleteAccountDialog {...props} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
