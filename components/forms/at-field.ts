import type { ActionResult } from "@/lib/http/result";

/** Says a refusal at the field where it is mended, which gets the focus then. Other answers stay as they are. */
export function atField<Result>(
  answer: ActionResult<Result>,
  fields: Readonly<Record<string, string>>,
): ActionResult<Result> {
  if (answer.ok) return answer;
  const { code, values } = answer.failure;
  const field = fields[code];
  if (field === undefined) return answer;
  return {
    ok: false,
    failure: { code: "invalid", fields: { [field]: [{ code, ...(values && { values }) }] } },
  };
}
