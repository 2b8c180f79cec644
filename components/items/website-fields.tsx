"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ItemValues } from "@/components/items/item-values";
import { ListProblem } from "@/components/items/list-problem";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { uninvited } from "@/components/ui/uninvited";

/** How a website is compared, with the numbers of the wire. Protocol chapter 0.6. */
const matches = ["default", "0", "1", "2", "3", "4", "5"] as const;

/** The item's addresses, any number of them. */
export function WebsiteFields({ form }: { form: ActionForm<ItemValues, ItemValues> }) {
  const t = useTranslations("vault.form");
  const { fields, append, remove } = useFieldArray({ control: form.fields.control, name: "uris" });
  return (
    <div className="flex flex-col gap-2">
      {fields.map((field, index) => (
        <FormField key={field.id} form={form} name={`uris.${index}.uri`} label={t("website")}>
          {(control) => (
            <span className="flex items-center gap-1.5">
              <span className="min-w-0 flex-1">
                <Input {...control} inputMode="url" {...uninvited} spellCheck={false} />
              </span>
              <Select
                {...form.fields.register(`uris.${index}.match`)}
                aria-label={t("match", { number: index + 1 })}
                options={matches.map((match) => ({
                  value: match === "default" ? "" : match,
                  label: t(`matches.${match}`),
                }))}
              />
              <IconButton
                label={t("removeWebsite", { number: index + 1 })}
                icon={<X aria-hidden="true" />}
                onClick={() => remove(index)}
              />
            </span>
          )}
        </FormField>
      ))}
      <ListProblem form={form} name="uris" />
      <div>
        <Button
          variant="quiet"
          size="s"
          icon={<Plus aria-hidden="true" />}
          onClick={() => append({ uri: "", match: "" })}
        >
          {t("addWebsite")}
        </Button>
      </div>
    </div>
  );
}
