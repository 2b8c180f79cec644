"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { type AskedStep, askedStepIn } from "@/components/account/asked-step";
import { LogInSecondStep } from "@/components/account/log-in-second-step";
import { type AskLanding, useGoOn } from "@/components/account/use-go-on";
import { type AskKdf, type TypedLogIn, useLogIn } from "@/components/account/use-log-in";
import { Cancelled } from "@/components/forms/cancelled";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { KeyForm } from "@/components/vault/key-form";
import { useVaultState } from "@/components/vault/vault-context";
import { TwoStepCode } from "@/lib/domain/account/two-step";
import { TypedEmail } from "@/lib/domain/addresses";

const Typed = z.object({
  email: TypedEmail,
  password: z.string().min(1, { error: "required" }),
  code: z.string(),
  passkey: z.string(),
  remember: z.boolean(),
});
/** A code, unless a passkey has signed in its place. */
const TypedWithStep = Typed.superRefine(({ code, passkey }, { addIssue }) => {
  if (passkey === "" && !TwoStepCode.safeParse(code).success)
    addIssue({ code: "custom", message: "not_a_code", input: code, path: ["code"] });
});

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
  const [asked, setAsked] = useState<AskedStep | null>(null);
  const [wantsCode, setWantsCode] = useState(false);
  // Where a passkey is the only method, the passkey is the way on, and a recovery code takes its place on demand.
  const takesCode = wantsCode || asked?.methods.some((method) => method !== "passkey") === true;
  const form = useActionForm({
    schema: asked ? TypedWithStep : Typed,
    defaultValues: { email, password: "", code: "", passkey: "", remember: false },
    async action(typed: TypedLogIn) {
      const answer = await logIn(typed);
      // A signature works once.
      form.fields.setValue("passkey", "");
      if (answer.ok || answer.failure.code !== "code_needed") return answer;
      setAsked(askedStepIn(answer.failure));
      throw new Cancelled();
    },
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
      {asked ? (
        <LogInSecondStep
          form={form}
          asked={asked}
          logIn={logIn}
          takesCode={takesCode}
          onTakeCode={() => setWantsCode(true)}
        />
      ) : null}
      {asked && !takesCode ? null : (
        <SubmitButton form={form} size="l" wide>
          {t("submit")}
        </SubmitButton>
      )}
    </KeyForm>
  );
}
