"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useChangingForm } from "@/components/forms/use-changing-form";
import { AddressFields } from "@/components/portal/address-fields";
import { inputOf, shownDetails, TypedDetails } from "@/components/portal/typed-details";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { UpdateProvider } from "@/lib/domain/provider/inputs";
import type { ActionResult } from "@/lib/http/result";
import type { Country } from "@/lib/i18n/country-names";

type Props = {
  providerId: string;
  provider: Parameters<typeof shownDetails>[0];
  countries: readonly Country[];
  save: (input: z.input<typeof UpdateProvider>) => Promise<ActionResult<unknown>>;
};

/** What the provider is called, and where its bills go. */
export function SettingsForm({ providerId, provider, countries, save }: Props) {
  const t = useTranslations("portal.settings");
  const toast = useToast();
  const form = useChangingForm({
    schema: TypedDetails,
    current: shownDetails(provider),
    save: (details: z.output<typeof TypedDetails>, shown) => save({ providerId, ...inputOf(details), shown }),
    words: { country: (code) => countries.find((country) => country.code === code)?.name ?? code },
    onDone: () => {
      toast.success(t("saved"));
    },
  });

  return (
    <div className="max-w-140">
      <Form form={form}>
        <Card title={t("general")}>
          <div className="flex flex-col gap-4">
            <FormField form={form} name="name" label={t("name")}>
              {(control) => <Input {...control} autoComplete="organization" />}
            </FormField>
            <FormField form={form} name="businessName" label={t("businessName")} optional>
              {(control) => <Input {...control} />}
            </FormField>
            <FormField form={form} name="billingEmail" label={t("billingEmail")}>
              {(control) => <Input {...control} type="email" autoComplete="email" />}
            </FormField>
            <FormField form={form} name="billingPhone" label={t("billingPhone")} optional>
              {(control) => <Input {...control} type="tel" autoComplete="tel" />}
            </FormField>
          </div>
        </Card>
        <AddressFields form={form} hint={t("addressHint")} countries={countries} />
        <div>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
