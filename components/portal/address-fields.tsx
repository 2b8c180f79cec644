"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ProviderDetails } from "@/lib/domain/provider/inputs";
import type { Country } from "@/lib/i18n/country-names";

type Props = {
  form: ActionForm<z.input<typeof ProviderDetails>, z.output<typeof ProviderDetails>>;
  /** What becomes of the address. */
  hint: string;
  countries: readonly Country[];
};

const fields = [
  { name: "addressLine1", label: "line1", complete: "address-line1" },
  { name: "addressLine2", label: "line2", complete: "address-line2" },
  { name: "postalCode", label: "postalCode", complete: "postal-code" },
  { name: "city", label: "city", complete: "address-level2" },
  { name: "region", label: "region", complete: "address-level1" },
] as const;

/** Where bills go. The country is chosen from a list, in which typing finds it. */
export function AddressFields({ form, hint, countries }: Props) {
  const t = useTranslations("portal.address");
  const options = [
    { value: "", label: t("noCountry") },
    ...countries.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <Card title={t("title")}>
      <p className="-mt-2 mb-4 text-muted">{hint}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map(({ name, label, complete }) => (
          <FormField key={name} form={form} name={name} label={t(label)}>
            {(control) => <Input {...control} autoComplete={complete} />}
          </FormField>
        ))}
        <FormField form={form} name="country" label={t("country")}>
          {(control) => <Select {...control} autoComplete="country" options={options} />}
        </FormField>
        <FormField form={form} name="taxNumber" label={t("taxNumber")}>
          {(control) => <Input {...control} />}
        </FormField>
      </div>
    </Card>
  );
}
