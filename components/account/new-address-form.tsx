"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { z } from "zod";
import type { AskOpenInvitations } from "@/components/account/change-email-dialog";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useAsked } from "@/components/forms/use-asked";
import { Callout } from "@/components/ui/callout";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { TypedEmail } from "@/lib/domain/addresses";
import type { ActionResult } from "@/lib/http/result";

const Typed = z.object({ email: TypedEmail, password: z.string().min(1, { error: "required" }) });

type Props = {
  begin: (typed: { email: string; password: string }) => Promise<ActionResult<null>>;
  askInvitations: AskOpenInvitations;
};

/** The address that the account is to have. Invitations that wait at the present one are named. */
export function NewAddressForm({ begin, askInvitations }: Props) {
  const t = useTranslations("account.emailChange");
  const { answer } = useAsked(useCallback(() => askInvitations({}), [askInvitations]));
  const invitations = answer?.ok ? answer.result : [];
  const form = useActionForm({ schema: Typed, defaultValues: { email: "", password: "" }, action: begin });
  return (
    <Form form={form}>
      <p className="text-muted">{t("text")}</p>
      {invitations.length > 0 ? (
        <Callout tone="warn" title={t("invitations")}>
          {t("invitationsText", { names: invitations.join(", ") })}
        </Callout>
      ) : null}
      <FormField form={form} name="email" label={t("email")}>
        {(control) => <Input {...control} type="email" autoCapitalize="none" spellCheck={false} />}
      </FormField>
      <FormField form={form} name="password" label={t("password")}>
        {(control) => <PasswordInput {...control} invited={false} />}
      </FormField>
      <DialogFooter>
        <SubmitButton form={form}>{t("next")}</SubmitButton>
        <DialogCancel />
      </DialogFooter>
    </Form>
  );
}
