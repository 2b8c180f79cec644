"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { DeleteAccountForm } from "@/components/account/delete-account-form";
import type { Prove } from "@/components/account/two-step-actions";
import { useAsked } from "@/components/forms/use-asked";
import { useMessages } from "@/components/forms/use-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/http/result";
import type { DeletionFacts } from "@/lib/operations/account/get-deletion-facts";

export type AskDeletionFacts = (input: Record<string, never>) => Promise<ActionResult<DeletionFacts>>;

type Props = { email: string; askFacts: AskDeletionFacts; deleteAccount: Prove; onClose: () => void };

/** Says what goes and what stays, or what stands in the way, before it asks for the password. */
export function DeleteAccountDialog({ email, askFacts, deleteAccount, onClose }: Props) {
  const t = useTranslations("account.deletion");
  const ui = useTranslations("ui");
  const { failure } = useMessages();
  const { answer, askAgain } = useAsked(useCallback(() => askFacts({}), [askFacts]));
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("dialogTitle")}>
      {answer === null ? (
        <p className="text-muted" role="status">
          {t("loading")}
        </p>
      ) : null}
      {answer && !answer.ok ? (
        <div className="flex flex-col gap-4">
          <p role="alert" className="text-bad">
            {failure(answer.failure)}
          </p>
          <DialogFooter>
            <Button onClick={askAgain}>{ui("tryAgain")}</Button>
            <DialogCancel />
          </DialogFooter>
        </div>
      ) : null}
      {answer?.ok ? <Judged facts={answer.result} email={email} deleteAccount={deleteAccount} /> : null}
    </Dialog>
  );
}

type JudgedProps = { facts: DeletionFacts; email: string; deleteAccount: Prove };

function Judged({ facts, email, deleteAccount }: JudgedProps) {
  const t = useTranslations("account.deletion");
  const refusals = useTranslations("refusal");
  const { lastIn, lastCountingIn, isLastAdministrator } = facts;
  if (lastIn.length + lastCountingIn.length === 0 && !isLastAdministrator)
    return <DeleteAccountForm facts={facts} email={email} deleteAccount={deleteAccount} />;
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warn" title={t("blocked")}>
        {lastIn.length > 0 ? <p>{refusals("last_in_places", { names: lastIn.join(", ") })}</p> : null}
        {lastCountingIn.length > 0 ? (
          <p>{refusals("last_counting_in_places", { names: lastCountingIn.join(", ") })}</p>
        ) : null}
        {isLastAdministrator ? <p>{refusals("last_administrator")}</p> : null}
      </Callout>
      <DialogFooter>
        <DialogCancel />
      </DialogFooter>
    </div>
  );
}
