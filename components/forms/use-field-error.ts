"use client";

import type { FieldValues, Path } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useMessages } from "@/components/forms/use-messages";
import { unpackIssue } from "@/components/forms/validation";

/** The problem of one field as a sentence, for controls that draw their own label, such as `RadioGroup`. */
export function useFieldError<Raw extends FieldValues, Values>(
  form: ActionForm<Raw, Values>,
  name: Path<Raw>,
): string | undefined {
  const { problem } = useMessages();
  const { error } = form.fields.getFieldState(name, form.fields.formState);
  return error ? problem(unpackIssue(error.message)) : undefined;
}
