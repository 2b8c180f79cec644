import type { ComponentProps } from "react";
import { z } from "zod";
import { languages } from "@/components/language/language-links";
import { Select } from "@/components/ui/select";
import type { MailLanguage } from "@/lib/domain/mail-language";
import { locales } from "@/lib/i18n/locales";

const everyLanguage = "every";

/** The language of letters as a form has it. */
export const TypedMailLanguage = z.enum([everyLanguage, ...locales]);
type TypedMailLanguage = z.output<typeof TypedMailLanguage>;

export const typedOf = (language: MailLanguage | null): TypedMailLanguage => language ?? everyLanguage;

/** The language that is chosen; null where the text names none. */
export const mailLanguageOf = (typed: string): MailLanguage | null =>
  locales.find((locale) => locale === typed) ?? null;

type Props = Omit<ComponentProps<typeof Select>, "options"> & {
  /** What the choice of no language is called. */
  every: string;
};

/** The choice of one language for letters, or of none. */
export function MailLanguageSelect({ every, ...control }: Props) {
  const each = locales.map((value) => ({ value, label: languages[value] }));
  return <Select {...control} options={[{ value: everyLanguage, label: every }, ...each]} />;
}
