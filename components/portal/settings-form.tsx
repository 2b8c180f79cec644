"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { TypedEmail } from "@/lib/domain/addresses";
import { UpdateProvider } from "@/lib/domain/provider/inputs";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  providerId: string;
  provider: { name: string | null; businessName: string | null; billingEmail: string | null };
  save: (input: z.input<typeof UpdateProvider>) => Promise<ActionResult<unknown>>;
};

const Typed = UpdateProvider.omit({ providerId: true }).extend({ billingEmail: TypedEmail });

export function SettingsForm({ providerId, provider, save }: Props) {
  const t = useTranslations("portal.settings");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: {
      name: provider.name ?? "",
      businessName: provider.businessName ?? "",
      billingEmail: provider.billingEmail ?? "",
    },
    action: ({ businessName, ...rest }: z.output<typeof Typed>) =>
      save({ providerId, businessName: businessName ?? "", ...rest }),
    onDone: () => {
      toast.success(t("saved"));
    },
  });

  return (
    <div className="max-w-140">
      <Card title={t("general")}>
        <Form form={form}>
          <FormField form={form} name="name" label={t("name")}>
            {(control) => <Input {...control} autoComplete="organization" />}
          </FormField>
          <FormField form={form} name="businessName" label={t("businessName")} optional>
            {(control) => <Input {...control} autoComplete="off" />}
          </FormField>
          <FormField form={form} name="billingEmail" label={t("billingEmail")}>
            {(control) => <Input {...control} type="email" autoComplete="email" />}
          </FormField>
          <div>
            <SubmitButton form={form}>{t("save")}</SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
