"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { FormFailure } from "@/components/forms/form-failure";
import { FormFrame } from "@/components/forms/form-frame";
import type { ActionForm } from "@/components/forms/use-action-form";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  children: ReactNode;
};

/** A form with its failure on top. */
export function Form<Raw extends FieldValues, Values>({ form, children }: Props<Raw, Values>) {
  return (
    <FormFrame form={form}>
      <FormFailure failure={form.failure} />
      {children}
    </FormFrame>
  );
}
