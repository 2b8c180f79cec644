"use client";

import { useTranslations } from "next-intl";
import { InvitationDialogs } from "@/components/admin/invitation-dialogs";
import {
  type InvitationActions,
  type ProviderActions,
  type ProviderRow,
  shownNameOf,
} from "@/components/admin/providers";
import { SuspendDialog } from "@/components/admin/suspend-dialog";
import { TermsDialog } from "@/components/admin/terms-dialog";
import { ConfirmAction } from "@/components/forms/confirm-action";

export type ProviderTask = "correct" | "withdraw" | "terms" | "suspend" | "reinstate";

type Props = {
  task: ProviderTask;
  provider: ProviderRow;
  actions: InvitationActions & ProviderActions;
  onClose: () => void;
};

/** What is done to one provider. What somebody else has done meanwhile closes it. */
export function ProviderDialogs({ task, provider, actions, onClose }: Props) {
  const t = useTranslations("admin.reinstateDialog");
  const name = shownNameOf(provider);
  const isPending = provider.status === "pending";
  switch (task) {
    case "correct":
    case "withdraw":
      return isPending ? (
        <InvitationDialogs task={task} provider={provider} actions={actions} onClose={onClose} />
      ) : null;
    case "terms":
      return <TermsDialog provider={provider} change={actions.changeTerms} onClose={onClose} />;
    case "suspend":
      return <SuspendDialog provider={provider} suspend={actions.suspend} onClose={onClose} />;
    case "reinstate":
      return (
        <ConfirmAction
          title={t("title", { name })}
          confirm={t("confirm")}
          tone="primary"
          act={() => actions.reinstate({ providerId: provider.id })}
          done={t("done", { name })}
          onClose={onClose}
        >
          {t("text")}
        </ConfirmAction>
      );
  }
}
