"use client";

import { useTranslations } from "next-intl";
import { codeHint } from "@/components/account/code-hint";
import type { TypedLogIn } from "@/components/account/use-log-in";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { SecondStepMethod } from "@/lib/domain/account/two-step";

type Props = { form: ActionForm<TypedLogIn>; methods: readonly SecondStepMethod[] };

/** A code of the second step, and whether this browser is to be remembered. */
export function CodeFields({ form, methods }: Props) {
  const t = useTranslations("auth.code");
  return (
    <>
      <FormField form={form} name="code" label={t("label")} hint={t(codeHint(methods))}>
        {(control) => (
          <Input
            {...control}
            size="l"
            inputMode="text"
            autoComplete="one-time-code"
            spellCheck={false}
            autoFocus
          />
        )}
      </FormField>
      <RememberBrowser form={form} />
    </>
  );
}

/** Whether this browser is to be asked for no second step for a while. */
export function RememberBrowser({ form }: Pick<Props, "form">) {
  const t = useTranslations("auth.code");
  return <Checkbox {...form.fields.register("remember")}>{t("remember")}</Checkbox>;
}
