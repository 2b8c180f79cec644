"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";

type Props = { form: ActionForm<{ email: string; password: string; code: string; remember: boolean }> };

/** The second step of a log-in: it appears once the password has been proven. */
export function CodeFields({ form }: Props) {
  const t = useTranslations("auth.code");
  return (
    <>
      <FormField form={form} name="code" label={t("label")} hint={t("hint")}>
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
      <Checkbox {...form.fields.register("remember")}>{t("remember")}</Checkbox>
    </>
  );
}
