"use client";

import { useTranslations } from "next-intl";
import type { FieldValues, Path, PathValue } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldError } from "@/components/forms/use-field-error";
import { unfinished } from "@/components/people/last-day";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props<Raw extends FieldValues, Values> = { form: ActionForm<Raw, Values>; name: Path<Raw> };

/** The last day of somebody's access. A date that is filled in half is told, and not taken for none. */
export function LastDayField<Raw extends FieldValues, Values>({ form, name }: Props<Raw, Values>) {
  const t = useTranslations("members.lastDay");
  const error = useFieldError(form, name);
  const day: string = form.fields.watch(name);

  function note({ value, validity }: HTMLInputElement) {
    // The form's own type of this field is a text.
    const typed = (validity.badInput ? unfinished : value) as PathValue<Raw, Path<Raw>>;
    if (typed !== day) form.fields.setValue(name, typed, { shouldDirty: true });
  }

  return (
    <Field label={t("label")} hint={t("hint")} optional {...(error ? { error } : {})}>
      {(control) => (
        <div className="max-w-60">
          <Input
            {...control}
            type="date"
            value={day === unfinished ? "" : day}
            onChange={({ currentTarget }) => note(currentTarget)}
            onKeyUp={({ currentTarget }) => note(currentTarget)}
            onBlur={({ currentTarget }) => note(currentTarget)}
          />
        </div>
      )}
    </Field>
  );
}
