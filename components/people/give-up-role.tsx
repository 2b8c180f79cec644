"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PeopleOf } from "@/components/people/person";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type Props = {
  of: PeopleOf;
  /** Nobody but one other admin of the provider is left then. */
  leavesOneAdmin?: boolean;
};

/** Asks whoever is about to lower their own role: what they lose, others have to give back. */
export function useGiveUpRole({ of, leavesOneAdmin = false }: Props) {
  const t = useTranslations("members");
  const [answer, setAnswer] = useState<((isSure: boolean) => void) | null>(null);

  function end(isSure: boolean) {
    answer?.(isSure);
    setAnswer(null);
  }

  return {
    isSure: () => new Promise<boolean>((resolve) => setAnswer(() => resolve)),
    question: (
      <ConfirmDialog
        open={answer !== null}
        onOpenChange={() => end(false)}
        title={t("giveUp.title")}
        confirm={t("giveUp.confirm")}
        onConfirm={() => end(true)}
      >
        <p>{t("giveUp.text", { of })}</p>
        {leavesOneAdmin ? <p className="mt-2">{t("oneAdminLeft")}</p> : null}
      </ConfirmDialog>
    ),
  };
}
