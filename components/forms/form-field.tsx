"use client";

import type { ReactNode } from "react";
import type { FieldValues, Path, UseFormRegisterReturn } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldError } from "@/components/forms/use-field-error";
import { type ControlWiring, Field } from "@/components/ui/field";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  name: Path<Raw>;
  label: ReactNode;
  hint?: ReactNode;
  warning?: ReactNode;
  optional?: boolean;
  /** The value is a number; an empty field is "not a number". */
  numeric?: boolean;
  children: (control: ControlWiring & UseFormRegisterReturn) => ReactNode;
};

/** A field of an action form: registered, labelled, and with its problem in words. */
export function FormField<Raw extends FieldValues, Values>(props: Props<Raw, Values>) {
  const { form, name, numeric = false, children, ...rest } = props;
  const error = useFieldError(form, name);
  const registered = form.fields.register(name, numeric ? { valueAsNumber: true } : {});
  return (
    <Field {...rest} {...(error ? { error } : {})}>
      {(wiring) => children({ ...wiring, ...registered })}
    </Field>
  );
}
