"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { websiteWarning } from "@/components/items/field-warnings";
import type { ItemValues } from "@/components/items/item-values";
import { useWarning } from "@/components/items/use-warning";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { uninvited } from "@/components/ui/uninvited";

/** How a website is compared, with the numbers of the wire. Protocol chapter 0.6. */
const matches = ["default", "0", "1", "2", "3", "4", "5"] as const;

type Props = { form: ActionForm<ItemValues, ItemValues>; index: number; onRemove: () => void };

/** One of the item's addresses. On a phone, how it is compared stands below it. */
export function WebsiteRow({ form, index, onRemove }: Props) {
  const t = useTranslations("vault.form");
  const website = useWatch({ control: form.fields.control, name: `uris.${index}` });
  const warning = useWarning(website ? websiteWarning(website) : null);
  return (
    <FormField form={form} name={`uris.${index}.uri`} label={t("website")} warning={warning}>
      {(control) => (
        <span className="flex items-center gap-1.5 max-sm:flex-wrap">
          <span className="min-w-0 flex-1 max-sm:basis-full">
            <Input {...control} inputMode="url" {...uninvited} spellCheck={false} />
          </span>
          <span className="min-w-0 max-sm:flex-1">
            <Select
              {...form.fields.register(`uris.${index}.match`)}
              aria-label={t("match", { number: index + 1 })}
              options={matches.map((match) => ({
                value: match === "default" ? "" : match,
                label: t(`matches.${match}`),
              }))}
            />
          </span>
          <IconButton
            label={t("removeWebsite", { number: index + 1 })}
            icon={<X aria-hidden="true" />}
            onClick={onRemove}
          />
        </span>
      )}
    </FormField>
  );
}
