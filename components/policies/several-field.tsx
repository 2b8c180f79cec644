"use client";

import { useTranslations } from "next-intl";
import type { Path } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldError } from "@/components/forms/use-field-error";
import type { PolicyField } from "@/components/policies/policy-fields";
import type { CheckedPolicy, TypedPolicy } from "@/components/policies/policy-values";
import { Checkbox } from "@/components/ui/checkbox";

type Props = {
  form: ActionForm<TypedPolicy, CheckedPolicy>;
  field: Extract<PolicyField, { kind: "several" }>;
};

/** Any number of answers to one question. */
export function SeveralField({ form, field: { name, options } }: Props) {
  const t = useTranslations("policies");
  const path: Path<TypedPolicy> = `settings.${name}`;
  const error = useFieldError(form, path);
  const held = form.fields.watch(path);
  const chosen: readonly unknown[] = Array.isArray(held) ? held : [];

  function toggle(value: number, isChosen: boolean) {
    const next = options.flatMap((option) =>
      (option.value === value ? isChosen : chosen.includes(option.value)) ? [option.value] : [],
    );
    form.fields.setValue(path, next, { shouldDirty: true });
    form.fields.clearErrors(path);
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1.5 font-medium text-label text-muted">{t(`fields.${name}`)}</legend>
      {options.map(({ value, text }) => (
        <Checkbox
          key={value}
          checked={chosen.includes(value)}
          onChange={({ target }) => toggle(value, target.checked)}
        >
          {t(`options.${text}`)}
        </Checkbox>
      ))}
      {error ? (
        <p role="alert" className="text-bad text-label">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
