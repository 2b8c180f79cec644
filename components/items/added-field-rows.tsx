"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { AddedFieldValue } from "@/components/items/added-field-value";
import type { ItemValues } from "@/components/items/item-values";
import { ListProblem } from "@/components/items/list-problem";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Menu } from "@/components/ui/menu";
import { uninvited } from "@/components/ui/uninvited";
import { linkedPartsOf } from "@/lib/domain/item/linked";
import type { FieldKind } from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";

type Props = { form: ActionForm<ItemValues, ItemValues>; type: ItemType; mayReveal: boolean };

/** Fields that somebody adds to an item: texts, hidden ones, yes or no, and what follows another part. */
export function AddedFieldRows({ form, type, mayReveal }: Props) {
  const t = useTranslations("vault.form.fields");
  const { fields, append, remove } = useFieldArray({ control: form.fields.control, name: "fields" });
  const kinds: FieldKind[] = [
    "text",
    "hidden",
    "boolean",
    ...(linkedPartsOf(type).length > 0 ? ["linked" as const] : []),
  ];
  const add = (kind: FieldKind) =>
    append({ name: "", kind, value: kind === "boolean" ? "false" : "", linked: "", before: null });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className="mb-1.5 font-medium text-label text-muted">{t("title")}</legend>
      {fields.map((field, index) => (
        <div key={field.id} className="flex items-start gap-1.5 rounded-control border p-2.5">
          <div className="grid min-w-0 flex-1 gap-2.5 sm:grid-cols-2">
            <FormField
              form={form}
              name={`fields.${index}.name`}
              label={t("name", { number: index + 1 })}
              optional
            >
              {(control) => <Input {...control} {...uninvited} />}
            </FormField>
            <AddedFieldValue form={form} type={type} index={index} mayReveal={mayReveal} />
          </div>
          <IconButton
            label={t("remove", { number: index + 1 })}
            icon={<X aria-hidden="true" />}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <ListProblem form={form} name="fields" />
      <div>
        <Menu
          align="start"
          trigger={
            <Button variant="quiet" size="s" icon={<Plus aria-hidden="true" />}>
              {t("add")}
            </Button>
          }
          entries={kinds.map((kind) => ({ label: t(`kinds.${kind}`), onSelect: () => add(kind) }))}
        />
      </div>
    </fieldset>
  );
}
