import { toNestErrors } from "@hookform/resolvers";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { issueFrom, packIssue } from "@/components/forms/validation";

/**
 * Validates a form with a schema and gives at most one problem for each field. The library's own resolver keeps
 * only the message of an issue; this one also keeps the limits that the message names.
 */
export function schemaResolver<Raw extends FieldValues, Values>(
  schema: z.ZodType<Values, Raw>,
): Resolver<Raw, unknown, Values> {
  return async (values, _context, options) => {
    const parsed = await schema.safeParseAsync(values, { reportInput: true });
    if (parsed.success) return { values: parsed.data, errors: {} };

    const problems: FieldErrors = {};
    for (const issue of parsed.error.issues) {
      const path = issue.path.join(".");
      problems[path] ??= { type: issue.code, message: packIssue(issueFrom(issue)) };
    }
    return { values: {}, errors: toNestErrors<Raw>(problems, options) };
  };
}
