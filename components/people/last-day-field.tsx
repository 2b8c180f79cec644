"use client";

import { useTranslations } from "next-intl";
import { type FieldValues, type Path, useController } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldError } from "@/components/forms/use-field-error";
import { endsBeforeInvitation, unfinished } from "@/components/people/last-day";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  name: Path<Raw>;
  /** Whether they are invited now, with a link that works for some days. */
  isInvitation?: boolean;
};

/** The last day of somebody's access. A date that is filled in half is told, and not taken for none. */
export function LastDayField<Raw extends FieldValues, Values>({
  form,
  name,
  isInvitation = false,
}: Props<Raw, Values>) {
  const t = useTranslations("members.lastDay");
  const error = useFieldError(form, name);
  // Controlled, so that the form never writes its own word for half a date into the browser's field.
  const { field } = useController({ control: form.fields.control, name });
  const day: string = field.value;

  function note({ value, validity }: HTMLInputElement) {
    const typed = validity.badInput ? unfinished : value;
    if (typed !== day) field.onChange(typed);
  }

  return (
    <Field label={t("label")} hint={t("hint")} optional {...(error ? { error } : {})}>
      {(control) => (
        <div className="max-w-60">
          <Input
            {...control}
            ref={field.ref}
            type="date"
            value={day === unfinished ? "" : day}
            onChange={({ currentTarget }) => note(currentTarget)}
            onKeyUp={({ currentTarget }) => note(currentTarget)}
            onBlur={({ currentTarget }) => note(currentTarget)}
          />
          {isInvitation ? (
            <p aria-live="polite" className="mt-1 text-label text-warn empty:hidden">
              {endsBeforeInvitation(day, new Date()) ? t("beforeInvitation") : null}
            </p>
          ) : null}
        </div>
      )}
    </Field>
  );
}
