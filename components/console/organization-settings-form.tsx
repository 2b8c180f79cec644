"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useChangingForm } from "@/components/forms/use-changing-form";
import {
  MailLanguageSelect,
  mailLanguageOf,
  TypedMailLanguage,
  typedOf,
} from "@/components/language/mail-language";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { TypedEmail } from "@/lib/domain/addresses";
import { UpdateOrganization } from "@/lib/domain/organization/inputs";
import type { ActionResult } from "@/lib/http/result";
import type { OrganizationSettings } from "@/lib/operations/organization/get-organization-settings";

const Typed = UpdateOrganization.omit({ organizationId: true, shown: true }).extend({
  billingEmail: TypedEmail,
  language: TypedMailLanguage,
});

type Props = {
  organizationId: string;
  settings: Pick<OrganizationSettings, "name" | "billingEmail" | "language">;
  save: (input: z.input<typeof UpdateOrganization>) => Promise<ActionResult<unknown>>;
};

export function OrganizationSettingsForm({ organizationId, settings, save }: Props) {
  const t = useTranslations("console.settingsPage");
  const toast = useToast();
  const form = useChangingForm({
    schema: Typed,
    current: {
      name: settings.name,
      billingEmail: settings.billingEmail,
      language: typedOf(settings.language),
    },
    save: ({ language, ...typed }: z.output<typeof Typed>, shown) =>
      save({
        organizationId,
        ...typed,
        language: mailLanguageOf(language),
        shown: { ...shown, language: mailLanguageOf(shown.language) },
      }),
    words: { language: (code) => (code === "" ? t("everyLanguage") : code) },
    onDone: () => {
      toast.success(t("saved"));
    },
  });
  return (
    <Card title={t("general")}>
      <Form form={form}>
        <FormField form={form} name="name" label={t("name")}>
          {(control) => <Input {...control} />}
        </FormField>
        <FormField form={form} name="billingEmail" label={t("billingEmail")}>
          {(control) => <Input {...control} type="email" />}
        </FormField>
        <FormField form={form} name="language" label={t("language")} hint={t("languageHint")}>
          {(control) => <MailLanguageSelect {...control} every={t("everyLanguage")} />}
        </FormField>
        <div>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
