"use client";

import { useTranslations } from "next-intl";
import { QrCode } from "@/components/account/qr-code";
import type { TwoStepActions } from "@/components/account/two-step-actions";
import { atField } from "@/components/forms/at-field";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { ConfirmAuthenticator } from "@/lib/domain/account/two-step";

const Typed = ConfirmAuthenticator.pick({ code: true });

type Props = {
  secret: string;
  /** What the QR code says. */
  address: string;
  confirm: (typed: { code: string }) => ReturnType<TwoStepActions["confirm"]>;
  onDone: (codes: { recoveryCodes: string[] }) => void;
  onClose: () => void;
};

/** Shows the secret to an authenticator app, and turns two-step login on with the app's first code. */
export function AuthenticatorDialog({ secret, address, confirm, onDone, onClose }: Props) {
  const t = useTranslations("account.twoStep");
  const form = useActionForm({
    schema: Typed,
    defaultValues: { code: "" },
    action: async (typed: { code: string }) => atField(await confirm(typed), { wrong_app_code: "code" }),
    onDone,
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("dialogTitle")}>
      <Form form={form}>
        <p className="text-muted">{t("scan")}</p>
        <div className="flex flex-wrap items-center gap-5">
          <QrCode text={address} label={t("qr")} />
          <div className="min-w-0 flex-1">
            <p className="font-medium text-label text-muted">{t("key")}</p>
            <p className="wrap-anywhere flex items-start gap-1 font-mono">
              <span>{secret.replace(/(.{4})(?=.)/gu, "$1 ")}</span>
              <CopyButton label={t("copyKey")} value={secret} />
            </p>
            {/* Nobody scans the screen of the phone in their hand. */}
            <a href={address} className="font-strong text-link hover:underline">
              {t("openApp")}
            </a>
          </div>
        </div>
        <FormField form={form} name="code" label={t("code")} hint={t("codeHint")}>
          {(control) => <Input {...control} inputMode="numeric" autoComplete="one-time-code" />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{t("confirm")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
