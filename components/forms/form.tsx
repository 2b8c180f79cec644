"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { FormFailure } from "@/components/forms/form-failure";
import { FormFrame } from "@/components/forms/form-frame";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useUnsaved } from "@/components/ui/unsaved";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  children: ReactNode;
};

/** A form with its failure above the fields. Closing or leaving it asks first if something was typed. */
export function Form<Raw extends FieldValues, Values>({ form, children }: Props<Raw, Values>) {
  useUnsaved(form.typed);
  return (
    <FormFrame form={form}>
      <FormFailure failure={form.failure} isTyped={form.typed} />
      {children}
    </FormFrame>
  );
}
