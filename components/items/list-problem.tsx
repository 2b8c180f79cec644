"use client";

import type { ActionForm } from "@/components/forms/use-action-form";
import { useMessages } from "@/components/forms/use-messages";
import { unpackIssue } from "@/components/forms/validation";
import type { ItemValues } from "@/components/items/item-values";

type Props = { form: ActionForm<ItemValues, ItemValues>; name: "uris" | "fields" };

/** What is wrong with a list as a whole, and not with one of its entries. */
export function ListProblem({ form, name }: Props) {
  const { problem } = useMessages();
  const errors = form.fields.formState.errors[name];
  const whole = errors?.root ?? (errors?.message ? errors : undefined);
  if (!whole) return null;
  return (
    <p role="alert" className="text-bad text-label">
      {problem(unpackIssue(whole.message))}
    </p>
  );
}
