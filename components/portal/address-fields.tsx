"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import type { ProviderDetails } from "@/lib/domain/provider/inputs";

type Props = { form: ActionForm<z.input<typeof ProviderDetails>, z.output<typeof ProviderDetails>> };

const fields = [
  { name: "addressLine1", label: "line1", complete: "address-line1" },
  { name: "addressLine2", label: "line2", complete: "address-line2" },
  { name: "postalCode", label: "postalCode", complete: "postal-code" },
  { name: "city", label: "city", complete: "address-level2" },
  { name: "region", label: "region", complete: "address-level1" },
  { name: "country", label: "country", complete: "country" },
  { name: "taxNumber", label: "taxNumber", complete: "off" },
] as const;

export function AddressFields({ form }: Props) {
  const t = useTranslations("portal.setUp");
  return (
    <Card title={t("address")}>
      <p className="-mt-2 mb-4 text-muted">{t("addressHint")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map(({ name, label, complete }) => (
          <FormField
            key={name}
            form={form}
            name={name}
            label={t(label)}
            {...(name === "country" && { hint: t("countryHint") })}
          >
            {(control) => <Input {...control} autoComplete={complete} />}
          </FormField>
        ))}
      </div>
    </Card>
  );
}
