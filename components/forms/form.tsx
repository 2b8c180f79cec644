"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { FormFailure } from "@/components/forms/form-failure";
import type { ActionForm } from "@/components/forms/use-action-form";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  children: ReactNode;
};

/** A form with its failure on top. The browser's own bubbles are off: ours speak the person's language. */
export function Form<Raw extends FieldValues, Values>({ form, children }: Props<Raw, Values>) {
  return (
    <form noValidate aria-busy={form.busy} onSubmit={form.submit} className="flex flex-col gap-4">
      <FormFailure failure={form.failure} />
      {children}
    </form>
  );
}
