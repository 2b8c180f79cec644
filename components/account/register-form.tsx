"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { z } from "zod";
import { newPassword } from "@/components/account/new-password";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { type AskLanding, useGoOn } from "@/components/account/use-go-on";
import { type RegisterAction, useRegister } from "@/components/account/use-register";
import { useStrengthMeter } from "@/components/account/use-strength";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { languages } from "@/components/language/language-links";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { TypedEmail } from "@/lib/domain/addresses";
import { Name } from "@/lib/domain/names";
import type { PasswordRequirements } from "@/lib/domain/policy/combining";
import { type Locale, languageOf, locales } from "@/lib/i18n/locales";

type Props = {
  token: string;
  /** The address the link was sent to; null with the link of first-time set-up, which names none. */
  email: string | null;
  next: string | null;
  register: RegisterAction;
  askLanding: AskLanding;
  /** What the inviting organization asks of a master password. */
  asked: PasswordRequirements | null;
  /** The language of the inviting organization, which the account has too unless another is chosen. */
  language?: Locale | null;
};

const Person = z.object({ email: TypedEmail, name: Name, locale: z.enum(locales) });

/** Makes an account. Its keys are made here, and the master password stays here. */
export function RegisterForm(props: Props) {
  const { token, email, next, register, askLanding, asked, language = null } = props;
  const t = useTranslations("auth.register");
  const password = useTranslations("auth.password");
  const fields = useTranslations("fields");
  const router = useRouter();
  const read = languageOf(useLocale());
  const makeAccount = useRegister(token, register);
  const goOn = useGoOn(next, askLanding);
  const estimateStrength = useStrengthMeter();
  const about = useRef<string[]>([]);
  const estimate = (typed: string) => estimateStrength(typed, about.current);
  const form = useActionForm({
    schema: z.intersection(Person, newPassword(estimate, asked)),
    defaultValues: { email: email ?? "", name: "", locale: language ?? read, password: "", again: "" },
    action: makeAccount,
    onDone: async (outcome) => {
      if (outcome === "logged_in") await goOn();
      else router.replace("/log-in");
    },
  });
  about.current = form.fields.watch(["email", "name"]);

  return (
    <Form form={form}>
      <FormField form={form} name="email" label={fields("email")} hint={t("emailHint")}>
        {(control) => (
          <Input
            {...control}
            type="email"
            size="l"
            autoComplete="email"
            readOnly={email !== null}
            autoFocus={email === null}
          />
        )}
      </FormField>
      <FormField form={form} name="name" label={fields("name")} hint={t("nameHint")}>
        {(control) => <Input {...control} size="l" autoComplete="name" autoFocus={email !== null} />}
      </FormField>
      {language === null ? null : (
        <FormField form={form} name="locale" label={fields("language")}>
          {(control) => (
            <Select
              {...control}
              size="l"
              options={locales.map((value) => ({ value, label: languages[value] }))}
            />
          )}
        </FormField>
      )}
      <NewPasswordFields
        form={form}
        names={{ password: "password", again: "again" }}
        estimate={estimate}
        asked={asked}
        size="l"
      />
      <Callout tone="brass" title={password("lost")} />
      <SubmitButton form={form} size="l" wide>
        {t("submit")}
      </SubmitButton>
      <p aria-live="polite" className="min-h-5 text-center text-muted text-sm">
        {form.busy ? t("making") : null}
      </p>
    </Form>
  );
}
