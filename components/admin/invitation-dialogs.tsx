"use client";

import { useTranslations } from "next-intl";
import { ProviderInvitationForm } from "@/components/admin/provider-invitation-form";
import type { InvitationActions, ProviderRow } from "@/components/admin/providers";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";

type Props = {
  task: "correct" | "withdraw";
  provider: ProviderRow;
  actions: InvitationActions;
  onClose: () => void;
};

/** Mends an invitation that nobody has followed: changes it, or takes it back. */
export function InvitationDialogs({ task, provider, actions, onClose }: Props) {
  const t = useTranslations("admin");
  const toast = useToast();
  const providerId = provider.id;
  const email = provider.ownerEmail;

  if (task === "withdraw")
    return (
      <ConfirmAction
        title={t("withdrawDialog.title", { email })}
        confirm={t("withdrawDialog.confirm")}
        act={() => actions.withdraw({ providerId })}
        done={t("withdrawDialog.done", { email })}
        onClose={onClose}
      >
        {t("withdrawDialog.text")}
      </ConfirmAction>
    );

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("correctDialog.title")}
      description={t("correctDialog.text")}
    >
      <ProviderInvitationForm
        known={provider}
        send={(typed) => actions.correct({ providerId, ...typed })}
        submit={t("correctDialog.save")}
        onSent={(address) => {
          toast.success(address === email ? t("correctDialog.saved") : t("list.resent", { email: address }));
          onClose();
        }}
      />
    </Dialog>
  );
}
