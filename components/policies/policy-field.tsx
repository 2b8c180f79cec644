"use client";

import { useTranslations } from "next-intl";
import type { Path } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldError } from "@/components/forms/use-field-error";
import type { PolicyField } from "@/components/policies/policy-fields";
import type { CheckedPolicy, TypedPolicy } from "@/components/policies/policy-values";
import { SeveralField } from "@/components/policies/several-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";

type Props = {
  form: ActionForm<TypedPolicy, CheckedPolicy>;
  field: PolicyField;
};

/** An empty field of a number says nothing, which is null on the wire. */
const numberFrom = (typed: unknown) => (typed === "" || typed === null ? null : Number(typed));

/** One setting of a policy. */
export function PolicySetting({ form, field }: Props) {
  const t = useTranslations("policies");
  const path: Path<TypedPolicy> = `settings.${field.name}`;
  const error = useFieldError(form, path);
  const { register } = form.fields;
  const label = t(`fields.${field.name}`);
  const labelled = { label, ...(error ? { error } : {}) };

  switch (field.kind) {
    case "yes_or_no":
      return <Checkbox {...register(path)}>{label}</Checkbox>;
    case "number":
      return (
        <Field {...labelled} optional={field.optional}>
          {(control) => <NumberInput {...control} {...register(path, { setValueAs: numberFrom })} />}
        </Field>
      );
    case "text":
      return (
        <Field {...labelled} optional={field.optional}>
          {(control) => <Input {...control} {...register(path)} />}
        </Field>
      );
    case "long_text":
      return (
        <Field {...labelled} optional={field.optional}>
          {(control) => <Textarea {...control} {...register(path)} />}
        </Field>
      );
    case "choice":
      return <ChoiceField form={form} field={field} />;
    case "several":
      return <SeveralField form={form} field={field} />;
  }
}

type ChoiceProps = { form: Props["form"]; field: Extract<PolicyField, { kind: "choice" }> };

function ChoiceField({ form, field: { name, options } }: ChoiceProps) {
  const t = useTranslations("policies");
  const path: Path<TypedPolicy> = `settings.${name}`;
  const chosen = form.fields.watch(path);
  return (
    <Field label={t(`fields.${name}`)}>
      {(control) => (
        <Select
          {...control}
          value={options.findIndex(({ value }) => value === chosen)}
          options={options.map(({ text }, index) => ({ value: String(index), label: t(`options.${text}`) }))}
          onChange={({ target }) =>
            form.fields.setValue(path, options[Number(target.value)]?.value ?? null, { shouldDirty: true })
          }
        />
      )}
    </Field>
  );
}
