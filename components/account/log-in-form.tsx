"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { z } from "zod";
import { type AskLanding, useGoOn } from "@/components/account/use-go-on";
import { type AskKdf, useLogIn } from "@/components/account/use-log-in";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { KeyForm } from "@/components/vault/key-form";
import { useVaultState } from "@/components/vault/vault-context";
import { TypedEmail } from "@/lib/domain/addresses";

const Typed = z.object({ email: TypedEmail, password: z.string().min(1, { error: "required" }) });

type Props = {
  /** Filled in, for instance from an invitation. */
  email: string;
  next: string | null;
  askKdf: AskKdf;
  askLanding: AskLanding;
};

export function LogInForm({ email, next, askKdf, askLanding }: Props) {
  const t = useTranslations("auth.logIn");
  const fields = useTranslations("fields");
  const logIn = useLogIn(askKdf);
  const goOn = useGoOn(next, askLanding);
  const { lock } = useVaultState();
  // Only people who are signed out get this page. A vault that is still open, here or in another tab, is
  // locked.
  useEffect(lock, [lock]);
  const form = useActionForm({
    schema: Typed,
    defaultValues: { email, password: "" },
    action: logIn,
    onDone: goOn,
  });
  return (
    <KeyForm form={form}>
      <FormField form={form} name="email" label={fields("email")}>
        {(control) => (
          <Input
            {...control}
            type="email"
            size="l"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={email === ""}
          />
        )}
      </FormField>
      <FormField form={form} name="password" label={fields("masterPassword")}>
        {(control) => <PasswordInput {...control} size="l" invited autoFocus={email !== ""} />}
      </FormField>
      <SubmitButton form={form} size="l" wide>
        {t("submit")}
      </SubmitButton>
    </KeyForm>
  );
}
