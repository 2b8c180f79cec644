"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { languages } from "@/components/language/language-links";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { TypedEmail } from "@/lib/domain/addresses";
import { UpdateOrganization } from "@/lib/domain/organization/inputs";
import type { ActionResult } from "@/lib/http/result";
import { locales } from "@/lib/i18n/locales";
import type { OrganizationSettings } from "@/lib/operations/organization/get-organization-settings";

const everyLanguage = "every";
const Typed = UpdateOrganization.omit({ organizationId: true }).extend({
  billingEmail: TypedEmail,
  language: z.enum([everyLanguage, ...locales]),
});

type Props = {
  organizationId: string;
  settings: Pick<OrganizationSettings, "name" | "billingEmail" | "language">;
  save: (input: z.input<typeof UpdateOrganization>) => Promise<ActionResult<unknown>>;
};

export function OrganizationSettingsForm({ organizationId, settings, save }: Props) {
  const t = useTranslations("console.settingsPage");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: {
      name: settings.name,
      billingEmail: settings.billingEmail,
      language: settings.language ?? everyLanguage,
    },
    action: ({ language, ...typed }: z.output<typeof Typed>) =>
      save({ organizationId, ...typed, language: language === everyLanguage ? null : language }),
    onDone: () => {
      toast.success(t("saved"));
    },
  });
  return (
    <Card title={t("general")}>
      <Form form={form}>
        <FormField form={form} name="name" label={t("name")}>
          {(control) => <Input {...control} autoComplete="off" />}
        </FormField>
        <FormField form={form} name="billingEmail" label={t("billingEmail")}>
          {(control) => <Input {...control} type="email" autoComplete="off" />}
        </FormField>
        <FormField form={form} name="language" label={t("language")} hint={t("languageHint")}>
          {(control) => (
            <Select
              {...control}
              options={[
                { value: everyLanguage, label: t("everyLanguage") },
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
