"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import {
  MailLanguageSelect,
  mailLanguageOf,
  TypedMailLanguage,
  typedOf,
} from "@/components/language/mail-language";
import type { RuleActions } from "@/components/portal/settings-rules";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import type { MailLanguage } from "@/lib/domain/mail-language";

const Typed = z.object({ language: TypedMailLanguage });

type Props = { providerId: string; language: MailLanguage | null; save: RuleActions["setLanguage"] };

/** The language of letters to whom has chosen none. */
export function MailLanguageCard({ providerId, language, save }: Props) {
  const t = useTranslations("portal.settings.rules.language");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: { language: typedOf(language) },
    action: ({ language: chosen }: z.output<typeof Typed>) =>
      save({ providerId, language: mailLanguageOf(chosen) }),
    onDone: () => {
      toast.success(t("saved"));
    },
  });
  return (
    <Card title={t("title")}>
      <Form form={form}>
        <FormField form={form} name="language" label={t("label")} hint={t("text")}>
          {(control) => <MailLanguageSelect {...control} every={t("every")} />}
        </FormField>
        <div>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
