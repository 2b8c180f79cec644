"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { languages } from "@/components/language/language-links";
import type { RuleActions } from "@/components/portal/settings-rules";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { MailLanguage } from "@/lib/domain/mail-language";
import { locales } from "@/lib/i18n/locales";

const everyLanguage = "every";
const Typed = z.object({ language: z.enum([everyLanguage, ...locales]) });

type Props = { providerId: string; language: MailLanguage | null; save: RuleActions["setLanguage"] };

/** The language of letters to whom has chosen none. */
export function MailLanguageCard({ providerId, language, save }: Props) {
  const t = useTranslations("portal.settings.rules.language");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: { language: language ?? everyLanguage },
    action: ({ language: chosen }: z.output<typeof Typed>) =>
      save({ providerId, language: chosen === everyLanguage ? null : chosen }),
    onDone: () => {
      toast.success(t("saved"));
    },
  });
  return (
    <Card title={t("title")}>
      <Form form={form}>
        <FormField form={form} name="language" label={t("label")} hint={t("text")}>
          {(control) => (
            <Select
              {...control}
              options={[
                { value: everyLanguage, label: t("every") },
                ...locales.map((value) => ({ value, label: languages[value] })),
              ]}
            />
          )}
        </FormField>
        <div>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
