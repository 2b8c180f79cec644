"use client";

import { WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ItemValues } from "@/components/items/item-values";
import { IconButton } from "@/components/ui/icon-button";
import { PasswordInput } from "@/components/ui/password-input";
import { generatePassword } from "@/lib/vault/generate-password";

/** The item's password, typed or made. */
export function PasswordField({ form }: { form: ActionForm<ItemValues, ItemValues> }) {
  const t = useTranslations("vault.form");
  const [made, setMade] = useState(0);

  function generate() {
    form.fields.setValue("password", generatePassword(), { shouldDirty: true });
    setMade(made + 1);
  }

  return (
    <FormField form={form} name="password" label={t("password")} optional>
      {(control) => (
        <span className="flex items-center gap-1.5">
          <span className="min-w-0 flex-1">
            <PasswordInput {...control} invited={false} reveal={made} />
          </span>
          <IconButton label={t("generate")} icon={<WandSparkles aria-hidden="true" />} onClick={generate} />
        </span>
      )}
    </FormField>
  );
}
