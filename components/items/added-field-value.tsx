"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ItemValues } from "@/components/items/item-values";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { Select } from "@/components/ui/select";
import { uninvited } from "@/components/ui/uninvited";
import { linkedPartsOf } from "@/lib/domain/item/linked";
import type { ItemType } from "@/lib/domain/item/types";

type Props = {
  form: ActionForm<ItemValues, ItemValues>;
  type: ItemType;
  index: number;
  mayReveal: boolean;
};

/** The value of an added field, typed or chosen as its kind asks. */
export function AddedFieldValue({ form, type, index, mayReveal }: Props) {
  const t = useTranslations("vault.form.fields");
  const item = useTranslations("vault.item");
  const part = useTranslations("vault.parts");
  const field = form.fields.watch(`fields.${index}`);
  const label = t("value", { number: index + 1 });
  if (field?.kind === "hidden" && field.before !== null && !mayReveal)
    return <p className="self-end py-2 text-label text-muted">{item("hiddenByPermission")}</p>;
  if (field?.kind === "linked")
    return (
      <FormField form={form} name={`fields.${index}.linked`} label={label}>
        {(control) => (
          <Select
            {...control}
            options={[
              { value: "", label: t("notLinked") },
              ...linkedPartsOf(type).map(({ part: linked, number }) => ({
                value: String(number),
                label: part(linked),
              })),
            ]}
          />
        )}
      </FormField>
    );
  return (
    <FormField form={form} name={`fields.${index}.value`} label={label} optional={field?.kind !== "boolean"}>
      {(control) =>
        field?.kind === "boolean" ? (
          <Select
            {...control}
            options={[
              { value: "true", label: item("yes") },
              { value: "false", label: item("no") },
            ]}
          />
        ) : field?.kind === "hidden" ? (
          <PasswordInput {...control} invited={false} part={label} />
        ) : (
          <Input {...control} {...uninvited} />
        )
      }
    </FormField>
  );
}
