"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ItemValues } from "@/components/items/item-values";
import { ListProblem } from "@/components/items/list-problem";
import { WebsiteRow } from "@/components/items/website-row";
import { Button } from "@/components/ui/button";

/** The item's addresses, any number of them. */
export function WebsiteFields({ form }: { form: ActionForm<ItemValues, ItemValues> }) {
  const t = useTranslations("vault.form");
  const { fields, append, remove } = useFieldArray({ control: form.fields.control, name: "uris" });
  return (
    <div className="flex flex-col gap-2">
      {fields.map((field, index) => (
        <WebsiteRow key={field.id} form={form} index={index} onRemove={() => remove(index)} />
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
