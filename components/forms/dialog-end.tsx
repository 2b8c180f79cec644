"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ActionForm } from "@/components/forms/use-action-form";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  /** What sending it does. */
  children: ReactNode;
};

/** The end of a form in a dialog: the button that sends it, and the one that closes it. */
export function DialogEnd<Raw extends FieldValues, Values>({ form, children }: Props<Raw, Values>) {
  return (
    <DialogFooter>
      <SubmitButton form={form}>{children}</SubmitButton>
      <DialogCancel />
    </DialogFooter>
  );
}
