"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useMessages } from "@/components/forms/use-messages";
import { unpackIssue } from "@/components/forms/validation";
import type { ItemValues } from "@/components/items/item-values";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { uninvited } from "@/components/ui/uninvited";

/** The item's addresses, any number of them. */
export function WebsiteFields({ form }: { form: ActionForm<ItemValues, ItemValues> }) {
  const t = useTranslations("vault.form");
  const { fields, append, remove } = useFieldArray({ control: form.fields.control, name: "uris" });
  const { problem } = useMessages();
  const together = form.fields.formState.errors.uris?.root;
  return (
    <div className="flex flex-col gap-2">
      {fields.map((field, index) => (
        <FormField key={field.id} form={form} name={`uris.${index}.uri`} label={t("website")}>
          {(control) => (
            <span className="flex items-center gap-1.5">
              <Input {...control} inputMode="url" {...uninvited} spellCheck={false} />
              <IconButton
                label={t("removeWebsite", { number: index + 1 })}
                icon={<X aria-hidden="true" />}
                onClick={() => remove(index)}
              />
            </span>
          )}
        </FormField>
      ))}
      {together ? (
        <p role="alert" className="text-bad text-label">
          {problem(unpackIssue(together.message))}
        </p>
      ) : null}
      <div>
        <Button
          variant="quiet"
          size="s"
          icon={<Plus aria-hidden="true" />}
          onClick={() => append({ uri: "" })}
        >
          {t("addWebsite")}
        </Button>
      </div>
    </div>
  );
}
