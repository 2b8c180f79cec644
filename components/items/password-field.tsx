"use client";

import { SlidersHorizontal, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { GeneratorDialog } from "@/components/generator/generator-dialog";
import type { ItemValues } from "@/components/items/item-values";
import { IconButton } from "@/components/ui/icon-button";
import { PasswordInput } from "@/components/ui/password-input";
import { useVault } from "@/components/vault/vault-provider";
import { generatorFloors, policiesOf } from "@/lib/domain/policy/combining";
import { generatePassword } from "@/lib/vault/generate-password";

/** The item's password, typed or made. */
export function PasswordField({ form }: { form: ActionForm<ItemValues, ItemValues> }) {
  const t = useTranslations("vault.form");
  const generator = useTranslations("generator");
  const [made, setMade] = useState(0);
  const [isChoosing, setChoosing] = useState(false);
  const { policies } = useVault();
  const floors = generatorFloors(policies);
  const asking = policiesOf(policies, "password_generator").map(({ organization }) => organization);

  function put(password: string) {
    form.fields.setValue("parts.password", password, { shouldDirty: true });
    setMade(made + 1);
  }

  return (
    <FormField
      form={form}
      name="parts.password"
      label={t("password")}
      optional
      hint={
        made > 0 && floors
          ? t("floors", { length: floors.minLength, organizations: asking.join(", ") })
          : undefined
      }
    >
      {(control) => (
        <span className="flex items-center gap-1.5">
          <span className="min-w-0 flex-1">
            <PasswordInput {...control} invited={false} reveal={made} />
          </span>
          <IconButton
            label={t("generate")}
            icon={<WandSparkles aria-hidden="true" />}
            onClick={() => put(generatePassword(undefined, floors))}
          />
          <IconButton
            label={generator("open")}
            icon={<SlidersHorizontal aria-hidden="true" />}
            onClick={() => setChoosing(true)}
          />
          {isChoosing ? <GeneratorDialog onUse={put} onClose={() => setChoosing(false)} /> : null}
        </span>
      )}
    </FormField>
  );
}
