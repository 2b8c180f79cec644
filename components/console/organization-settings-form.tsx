"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
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
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { TypedEmail } from "@/lib/domain/addresses";
import { UpdateOrganization } from "@/lib/domain/organization/inputs";
import type { ActionResult } from "@/lib/http/result";
import type { OrganizationSettings } from "@/lib/operations/organization/get-organization-settings";

const Typed = UpdateOrganization.omit({ organizationId: true }).extend({
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
  const form = useActionForm({
    schema: Typed,
    defaultValues: {
      name: settings.name,
      billingEmail: settings.billingEmail,
      language: typedOf(settings.language),
    },
    action: ({ language, ...typed }: z.output<typeof Typed>) =>
      save({ organizationId, ...typed, language: mailLanguageOf(language) }),
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
          {(control) => <MailLanguageSelect {...control} every={t("everyLanguage")} />}
        </FormField>
        <div>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
