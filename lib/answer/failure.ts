import "server-only";
import { randomUUID } from "node:crypto";
import { ZodError, type z } from "zod";
import { isOutage, noteOutage } from "@/lib/answer/outage";
import { BucketAway } from "@/lib/bucket/bucket-away";
import { type Refusal, refusals } from "@/lib/domain/refusal";
import type { Failure, FieldIssue, MessageValues } from "@/lib/http/result";
import { log } from "@/lib/log";
import { describeError } from "@/lib/log/describe-error";
import { InvalidFields, NotFound, Refused } from "@/lib/operations/errors";

/**
 * What a person may be told about an error. An expected "no" has a code. Any other error is a bug: it goes to
 * the log under an id, and the person gets only the id.
 */
export function failureOf(error: unknown, operation: string): Failure {
  if (error instanceof Refused) return { code: error.refusal, ...(error.values && { values: error.values }) };
  if (error instanceof NotFound) return { code: "not_found" };
  if (error instanceof InvalidFields) return { code: "invalid", fields: refusedFields(error) };
  if (error instanceof ZodError) return { code: "invalid", fields: fieldIssues(error) };
  if (error instanceof BucketAway) {
    log().warn({ operation, reason: error.reason }, "the bucket does not answer");
    return { code: "files_unavailable" };
  }
  if (isOutage(error)) {
    noteOutage();
    log().warn({ operation, error: describeError(error) }, "the database does not answer");
    return { code: "unavailable" };
  }
  const id = randomUUID();
  log().error({ id, operation, error: describeError(error) }, "unexpected error");
  return { code: "unexpected", id };
}

/** The status of HTTP that a failure has at a door for machines. */
export function statusOf({ code }: Failure): number {
  if (code in refusals) return refusals[code as Refusal].status;
  return code === "invalid" ? 400 : code === "unavailable" ? 503 : 500;
}

function refusedFields({ fields }: InvalidFields): Record<string, FieldIssue[]> {
  const issues = fields.map(({ field, code, values }): [string, FieldIssue[]] => [
    field,
    [{ code, ...(values && { values }) }],
  ]);
  return Object.fromEntries(issues);
}

/** Issues by path of the input, as codes with the numbers that complete their message. */
function fieldIssues(error: ZodError): Record<string, FieldIssue[]> {
  const fields: Record<string, FieldIssue[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), { code: codeOf(issue), values: valuesOf(issue) }];
  }
  return fields;
}

/** A schema of ours says its own code (`required`, `invalid_email`); zod's own issues keep zod's. */
const codeOf = (issue: z.core.$ZodIssue) => (/^[a-z_]+$/.test(issue.message) ? issue.message : issue.code);

function valuesOf(issue: z.core.$ZodIssue): MessageValues {
  const bounds = issue as { maximum?: number | bigint; minimum?: number | bigint };
  return {
    ...(bounds.maximum !== undefined && { max: Number(bounds.maximum) }),
    ...(bounds.minimum !== undefined && { min: Number(bounds.minimum) }),
  };
}
