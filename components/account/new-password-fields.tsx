"use client";

import { useTranslations } from "next-intl";
import type { FieldValues, Path, PathValue } from "react-hook-form";
import { lengthAsked } from "@/components/account/new-password";
import { PasswordRequirementsList } from "@/components/account/password-requirements";
import { useStrength } from "@/components/account/use-strength";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { PasswordInput } from "@/components/ui/password-input";
import { StrengthMeter } from "@/components/ui/strength-meter";
import type { PasswordRequirements } from "@/lib/domain/policy/combining";
import type { Strength } from "@/lib/vault/strength";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  names: { password: Path<Raw>; again: Path<Raw> };
  estimate: (password: string) => Promise<Strength>;
  size: "m" | "l";
  /** What organizations ask of it. */
  asked: PasswordRequirements | null;
};

/** A new master password, typed twice, with how hard it is to guess. */
export function NewPasswordFields<Raw extends FieldValues, Values>(props: Props<Raw, Values>) {
  const { form, names, estimate, size, asked } = props;
  const t = useTranslations("auth.password");
  const typed: PathValue<Raw, Path<Raw>> = form.fields.watch(names.password);
  const strength = useStrength(String(typed), estimate);
  return (
    <>
      <div className="flex flex-col gap-2">
        <FormField
          form={form}
          name={names.password}
          label={t("new")}
          hint={strength?.warning ? t("warning") : t("hint", { length: lengthAsked(asked) })}
        >
          {(control) => <PasswordInput {...control} size={size} invited={false} />}
        </FormField>
        {strength ? <StrengthMeter score={strength.score} /> : null}
        {asked ? (
          <PasswordRequirementsList asked={asked} password={String(typed)} score={strength?.score ?? null} />
        ) : null}
      </div>
      <FormField form={form} name={names.again} label={t("again")}>
        {(control) => <PasswordInput {...control} size={size} invited={false} />}
      </FormField>
    </>
  );
}
