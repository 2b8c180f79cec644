"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AskOpenInvitations, ChangeEmailDialog } from "@/components/account/change-email-dialog";
import type { EmailChangeActions } from "@/components/account/use-change-email";
import { type RequestVerification, VerifyEmailForm } from "@/components/account/verify-email-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

type Props = {
  email: string;
  verified: boolean;
  request: RequestVerification;
  change: EmailChangeActions;
  askInvitations: AskOpenInvitations;
};

/** The person's address, whether it was proven, a button that sends a link to prove it, and how it is changed. */
export function EmailAddress({ email, verified, request, change, askInvitations }: Props) {
  const t = useTranslations("account.email");
  const [isChanging, setChanging] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="min-w-0 wrap-anywhere font-medium">{email}</span>
        <Badge tone={verified ? "ok" : "warn"}>{t(verified ? "verified" : "notVerified")}</Badge>
      </p>
      {verified ? null : <VerifyEmailForm email={email} request={request} />}
      <div>
        <Button variant="quiet" size="s" onClick={() => setChanging(true)}>
          {t("change")}
        </Button>
      </div>
      {isChanging ? (
        <ChangeEmailDialog
          actions={change}
          askInvitations={askInvitations}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </div>
  );
}
