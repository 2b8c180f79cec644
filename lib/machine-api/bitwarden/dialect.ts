import "server-only";
import { statusOf } from "@/lib/answer/failure";
import type { Failure } from "@/lib/http/result";
import type { Locale } from "@/lib/i18n/locales";
import { bearer, nobody } from "@/lib/machine-api/bitwarden/bearer";
import { type Dialect, endpoints } from "@/lib/machine-api/endpoints";
import { readJson } from "@/lib/machine-api/read-json";
import { sentenceOf, sentenceOfIssue } from "@/lib/machine-api/sentence-of";

/** Seconds after which it is worth asking again, where nothing else is known. */
const aMoment = 10;

/**
 * The status by which an app does the right thing. It logs out at 401 and 403, so 401 is for a credential that is not
 * good, and nothing is 403: what somebody may not do is answered like what is not there. Protocol chapter 0.4.
 */
export function statusForApps(failure: Failure): number {
  const status = statusOf(failure);
  if (failure.code === "not_signed_in") return 401;
  if (status === 403) return 404;
  return status === 401 || status === 409 || status === 422 ? 400 : status;
}

/** When it is worth asking again, where it is. */
export function retryAfter(failure: Failure): Record<string, string> {
  const status = statusOf(failure);
  if (status !== 429 && status !== 503) return {};
  const minutes = Number(failure.values?.minutes ?? 0);
  return { "retry-after": `${minutes > 0 ? minutes * 60 : aMoment}` };
}

/** What an app is told, as members of an error of the API. The id is the one under which the log has it. */
export function errorModel(failure: Failure, locale: Locale) {
  const fields = Object.entries(failure.fields ?? {});
  return {
    message: sentenceOf(failure, locale),
    validationErrors:
      fields.length === 0
        ? null
        : Object.fromEntries(
            fields.map(([name, issues]) => [name, issues.map((issue) => sentenceOfIssue(issue, locale))]),
          ),
    exceptionMessage: failure.id ?? null,
    exceptionStackTrace: null,
    innerExceptionMessage: null,
    object: "error",
  };
}

/** An empty body is a success without words. Apps take a body only with its type. */
const ok = (body: unknown): Response =>
  body === null || body === undefined ? new Response(null, { status: 200 }) : Response.json(body);

export const dialect: Dialect = {
  ok,
  problem: (failure, locale) =>
    Response.json(errorModel(failure, locale), {
      status: statusForApps(failure),
      headers: retryAfter(failure),
    }),
};

/** The routes of the official apps. */
export const bitwarden = endpoints({ authenticate: bearer, nobody, dialect, readBody: readJson });
