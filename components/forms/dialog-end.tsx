"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ActionForm } from "@/components/forms/use-action-form";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  /** The id of what says why it cannot be sent; null while it can. */
  blockedBy?: string | null;
  /** What sending it does. */
  children: ReactNode;
};

/** The end of a form in a dialog: the button that sends it, and the one that closes it. */
export function DialogEnd<Raw extends FieldValues, Values>(props: Props<Raw, Values>) {
  const { form, blockedBy = null, children } = props;
  return (
    <DialogFooter>
      <SubmitButton form={form} {...(blockedBy && { disabled: true, "aria-describedby": blockedBy })}>
        {children}
      </SubmitButton>
      <DialogCancel />
    </DialogFooter>
  );
}
