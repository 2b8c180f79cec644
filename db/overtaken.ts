/** What PostgreSQL says when another transaction got in between. PostgreSQL 17, appendix A. */
const overtaken = new Set([
  // serialization_failure, deadlock_detected
  "40001",
  "40P01",
  // foreign_key_violation, unique_violation: a row that was looked for has gone, or has come, since.
  "23503",
  "23505",
]);

/** Whether a statement failed because another transaction changed what it rests on, so that a second look helps. */
export const isOvertaken = (error: unknown): boolean => overtaken.has(sqlStateOf(error) ?? "");

/** The five letters by which PostgreSQL names an error; null for an error of another kind. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code))
    return error.code;
  return sqlStateOf(error.cause);
}
