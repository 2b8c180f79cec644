"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import { LinkForm } from "@/components/clients/link-form";
import { LinkableTable } from "@/components/clients/linkable-table";
import { StepLead } from "@/components/clients/step-lead";
import { useAsked } from "@/components/forms/use-asked";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { FailureState } from "@/components/ui/failure-state";
import { LinkButton } from "@/components/ui/link-button";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import type { LinkableOrganization } from "@/lib/operations/client/list-linkable";

type Props = {
  providerId: string;
  providerName: string;
  discount: number | null;
  actions: Pick<ClientActions, "link" | "listLinkable" | "askProviderKey" | "askOrganizationKey">;
  onClose: () => void;
};

/** Adds an organization that there is already, in two steps: which one, and what comes of it. */
export function LinkClient({ providerId, providerName, discount, actions, onClose }: Props) {
  const t = useTranslations("clients.existing");
  const { listLinkable } = actions;
  const ask = useCallback(() => listLinkable({ providerId }), [listLinkable, providerId]);
  const { answer, askAgain } = useAsked(ask);
  const [chosen, setChosen] = useState<LinkableOrganization | null>(null);
  const [isBack, setBack] = useState(false);

  /** The same organization as it is by now: other numbers are shown before they are confirmed. */
  async function renew() {
    const anew = await ask();
    const same = anew.ok ? anew.result.find(({ id }) => id === chosen?.id) : undefined;
    if (same && !same.blocked) setChosen(same);
    else back();
  }
  function back() {
    setBack(true);
    setChosen(null);
    askAgain();
  }

  if (chosen)
    return (
      <LinkForm
        key={chosen.id}
        providerId={providerId}
        providerName={providerName}
        organization={chosen}
        discount={discount}
        actions={actions}
        onChanged={renew}
        onBack={back}
        onClose={onClose}
      />
    );
  if (answer && !answer.ok) return <FailureState title={t("failure")} onRetry={askAgain} />;
  return (
    <div className="flex flex-col gap-4">
      <StepLead focused={isBack}>{t("text")}</StepLead>
      {answer === null ? (
        <TableSkeleton rows={3} />
      ) : answer.result.length > 0 ? (
        <LinkableTable organizations={answer.result} onChoose={setChosen} />
      ) : (
        <div className="flex flex-col items-start gap-2">
          <p className="font-semibold">{t("none")}</p>
          <p className="text-muted">{t("noneText")}</p>
          <LinkButton href="/account#organizations" variant="quiet" size="s">
            {t("toAccount")}
          </LinkButton>
        </div>
      )}
      <DialogFooter>
        <DialogCancel />
      </DialogFooter>
    </div>
  );
}
