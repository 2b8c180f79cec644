import "server-only";
import { createTranslator } from "next-intl";
import { refusals } from "@/lib/domain/refusal";
import type { Failure, FieldIssue } from "@/lib/http/result";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

const wordsOf = (locale: Locale) =>
  createTranslator({ locale, messages: messagesOf[locale], namespace: "refusal" });

/** Why something was not done, in words for people. */
export const sentenceOf = ({ code, values }: Failure, locale: Locale): string =>
  wordsOf(locale)(code, values);

/** What is wrong with one field. Codes of the form alone have no sentence of their own here. */
export function sentenceOfIssue({ code, values }: FieldIssue, locale: Locale): string {
  const say = wordsOf(locale);
  return code in refusals ? say(code as keyof typeof refusals, values) : say("invalid");
}
