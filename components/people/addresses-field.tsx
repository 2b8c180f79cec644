"use client";

import { useTranslations } from "next-intl";
import type { FieldValues, Path } from "react-hook-form";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Textarea } from "@/components/ui/textarea";
import { addressLimit, distinctEmails, readAddresses } from "@/lib/domain/addresses";

type Props<Raw extends FieldValues, Values> = {
  form: ActionForm<Raw, Values>;
  name: Path<Raw>;
  /** What else is to be said of single addresses, by address. */
  told?: readonly { email: string; text: string }[];
};

/** A list of people to invite, as one text. Each piece is judged while it is typed or pasted, and named. */
export function AddressesField<Raw extends FieldValues, Values>({
  form,
  name,
  told = [],
}: Props<Raw, Values>) {
  const t = useTranslations("people.addresses");
  const addresses = readAddresses(form.fields.watch(name));
  const problems = addresses.flatMap(({ typed, problem }) => (problem ? [{ typed, problem }] : []));
  const known = told.filter(({ email }) => addresses.some((address) => address.email === email));
  const count = distinctEmails(addresses.filter(({ problem }) => problem !== "malformed")).length;

  return (
    <>
      <FormField form={form} name={name} label={t("label")} hint={t("hint", { limit: addressLimit })}>
        {(control) => <Textarea {...control} spellCheck={false} autoCapitalize="off" autoComplete="off" />}
      </FormField>
      <ul aria-live="polite" className="flex flex-col gap-1 text-label text-warn empty:hidden">
        {problems.map(({ typed, problem }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same piece can stand there twice
          <li key={index} className="break-words">
            {t(problem, { address: typed })}
          </li>
        ))}
        {known.map(({ email, text }) => (
          <li key={email} className="break-words">
            {text}
          </li>
        ))}
      </ul>
      <p className="text-label text-muted tabular-nums">
        {t("counter", { count, limit: addressLimit })}
        {count > addressLimit ? ` ${t("tooMany", { count: count - addressLimit })}` : null}
      </p>
    </>
  );
}
