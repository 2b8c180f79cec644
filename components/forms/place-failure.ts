import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { packIssue } from "@/components/forms/validation";
import type { Failure, FieldIssue } from "@/lib/http/result";

/**
 * Shows each problem at the field that it is about. The first wrong field gets the focus. Returns the failure
 * with the problems that belong to no field, or null if there are none.
 */
export function placeFailure<Raw extends FieldValues, Values>(
  form: UseFormReturn<Raw, unknown, Values>,
  failure: Failure,
): Failure | null {
  const unplaced: Record<string, FieldIssue[]> = {};
  let placed = 0;

  for (const [path, issues] of Object.entries(failure.fields ?? {})) {
    const [issue] = issues;
    if (!issue) continue;
    if (isField(form, path)) {
      form.setError(path, { type: issue.code, message: packIssue(issue) }, { shouldFocus: placed === 0 });
      placed += 1;
    } else {
      unplaced[path] = issues;
    }
  }

  const { fields: _, ...rest } = failure;
  if (Object.keys(unplaced).length > 0) return { ...rest, fields: unplaced };
  return placed > 0 ? null : rest;
}

/** Only fields on the page count: an issue about a sealed text has no field in the form. */
function isField<Raw extends FieldValues, Values>(
  form: UseFormReturn<Raw, unknown, Values>,
  path: string,
): path is Path<Raw> {
  return [...form.control._names.mount].includes(path);
}
