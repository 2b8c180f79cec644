import type { z } from "zod";
import type { FieldIssue, MessageValues } from "@/lib/http/result";

/** What can be wrong with a field; each has a text in `ui.validation`, with `min` or `max` where it names one. */
const needs = {
  required: null,
  too_long: "max",
  line_too_long: "max",
  too_many_bytes: "over",
  too_long_together: null,
  too_short: "min",
  too_many: "max",
  too_few: "min",
  invalid_email: null,
  not_addresses: null,
  invalid_url: null,
  not_https: null,
  not_a_number: null,
  not_whole: null,
  too_small: "min",
  too_big: "max",
  not_chosen: null,
  not_equal: null,
  same_name: null,
  too_common: null,
  against_policy: null,
  invalid: null,
} as const satisfies Record<string, keyof { min: number; max: number; over: number } | null>;

export type ValidationCode = keyof typeof needs;

const isValidationCode = (code: string): code is ValidationCode => Object.hasOwn(needs, code);

/** The code whose text can be shown: unknown codes and missing limits fall back to `invalid`. */
export function validationCode({ code, values }: FieldIssue): ValidationCode {
  if (!isValidationCode(code)) return "invalid";
  const limit = needs[code];
  return limit === null || values?.[limit] !== undefined ? code : "invalid";
}

const ownCode = /^[a-z]+(_[a-z]+)*$/;

/** Names a zod issue in our words, with its limit. A schema that says its own code, in `error`, keeps it. */
export function issueFrom(issue: z.core.$ZodIssue): FieldIssue {
  const values = limitsOf(issue);
  const code = ownCode.test(issue.message) ? issue.message : codeFrom(issue);
  return values ? { code, values } : { code };
}

function codeFrom(issue: z.core.$ZodIssue): ValidationCode {
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") return Number(issue.minimum) === 1 ? "required" : "too_short";
      return isList(issue.origin) ? "too_few" : "too_small";
    case "too_big":
      if (issue.origin === "string") return "too_long";
      return isList(issue.origin) ? "too_many" : "too_big";
    case "invalid_format":
      if (issue.input === "") return "required";
      if (issue.format === "email") return "invalid_email";
      return issue.format === "url" ? "invalid_url" : "invalid";
    case "invalid_type":
      if (issue.expected === "int") return "not_whole";
      if (issue.expected === "number") return "not_a_number";
      return issue.input === undefined || issue.input === null ? "required" : "invalid";
    case "invalid_value":
      return "not_chosen";
    default:
      return "invalid";
  }
}

const isList = (origin: string) => origin === "array" || origin === "set";

function limitsOf(issue: z.core.$ZodIssue): MessageValues | null {
  if (issue.code === "too_small") return { min: Number(issue.minimum) };
  if (issue.code === "too_big") return { max: Number(issue.maximum) };
  if (issue.code === "custom" && issue.params) return { ...issue.params };
  return null;
}

/** An issue as the `message` of a form's field error, which react-hook-form keeps as one text. */
export const packIssue = ({ code, values }: FieldIssue): string =>
  JSON.stringify(values ? { code, values } : { code });

/** Reads `packIssue` back. A bare word is a code that the schema gave itself. */
export function unpackIssue(message: string | undefined): FieldIssue {
  if (!message?.startsWith("{")) return { code: message ?? "invalid" };
  const issue: FieldIssue = JSON.parse(message);
  return issue;
}
