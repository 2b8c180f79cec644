"use client";

import type { FieldValues } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button, type ButtonProps } from "@/components/ui/button";

type Props<Raw extends FieldValues, Values> = Omit<ButtonProps, "form" | "type" | "busy"> & {
  form: ActionForm<Raw, Values>;
};

/** Sends the form around it, once at a time. */
export function SubmitButton<Raw extends FieldValues, Values>({ form, ...rest }: Props<Raw, Values>) {
  return <Button {...rest} type="submit" busy={form.busy} />;
}
