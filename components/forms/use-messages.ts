"use client";

import { useTranslations } from "next-intl";
import { isRefusalText, type RefusalText } from "@/components/forms/refusal-text";
import { validationCode } from "@/components/forms/validation";
import type { Failure, FieldIssue } from "@/lib/http/result";

/** The sentences for codes, in the person's language. */
export function useMessages() {
  const validation = useTranslations("ui.validation");
  const refusal = useTranslations("refusal");
  const stale = useTranslations("ui.stale");
  const say = (code: RefusalText, values?: FieldIssue["values"]) => refusal(code, values);

  return {
    /** A field's problem: first as a matter of form, then as a refusal that names the field. */
    problem: (issue: FieldIssue): string => {
      const code = validationCode(issue);
      return code === "invalid" && isRefusalText(issue.code)
        ? say(issue.code, issue.values)
        : validation(code, issue.values);
    },
    failure: ({ code, values }: Failure): string => say(code, values),
    /** The same of an act on something that the page shows: what is not there has been there. */
    ofShown: ({ code, values }: Failure): string =>
      code === "not_found" ? stale("gone") : say(code, values),
  };
}
