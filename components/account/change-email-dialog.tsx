"use client";

import { useTranslations } from "next-intl";
import { MailedCodeForm } from "@/components/account/mailed-code-form";
import { NewAddressForm } from "@/components/account/new-address-form";
import { type EmailChangeActions, useChangeEmail } from "@/components/account/use-change-email";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

export type AskOpenInvitations = (input: Record<string, never>) => Promise<ActionResult<string[]>>;

type Props = { actions: EmailChangeActions; askInvitations: AskOpenInvitations; onClose: () => void };

/** Asks for the new address and the master password, and then for the code that came there. */
export function ChangeEmailDialog({ actions, askInvitations, onClose }: Props) {
  const t = useTranslations("account.emailChange");
  const toast = useToast();
  const { address, begin, finish, dialog } = useChangeEmail(actions);

  function done({ email }: { email: string }) {
    toast.success(t("done"), t("doneText", { email }));
    onClose();
  }

  return (
    <>
      <Dialog open onOpenChange={(open) => open || onClose()} title={t("title")}>
        {address === null ? (
          <NewAddressForm begin={begin} askInvitations={askInvitations} />
        ) : (
          <MailedCodeForm
            text={t("codeText", { email: address })}
            submit={t("submit")}
            act={finish}
            onDone={done}
          />
        )}
      </Dialog>
      {dialog}
    </>
  );
}
