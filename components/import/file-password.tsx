"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { FormField } from "@/components/forms/form-field";
import { FormFrame } from "@/components/forms/form-frame";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Callout } from "@/components/ui/callout";
import { PasswordInput } from "@/components/ui/password-input";

const Password = z.object({ password: z.string().min(1, { error: "required" }) });

type Props = { isWrong: boolean; onPassword: (password: string) => Promise<void> };

/** The password of a file that has one of its own. It is compared on this device. */
export function FilePassword({ isWrong, onPassword }: Props) {
  const t = useTranslations("import");
  const form = useActionForm({
    schema: Password,
    defaultValues: { password: "" },
    async action({ password }: z.output<typeof Password>) {
      await onPassword(password);
      return { ok: true as const, result: null };
    },
  });
  return (
    <div className="max-w-100">
      <FormFrame form={form}>
        {isWrong ? <Callout tone="bad" role="alert" title={t("troubles.wrong_password")} /> : null}
        <FormField form={form} name="password" label={t("password")} hint={t("passwordHint")}>
          {(control) => <PasswordInput {...control} invited={false} />}
        </FormField>
        <SubmitButton form={form}>{t("openFile")}</SubmitButton>
      </FormFrame>
    </div>
  );
}
