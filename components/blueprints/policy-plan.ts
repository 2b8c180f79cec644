import type { PolicyDifference } from "@/lib/domain/blueprint/compare";
import { policyFacts } from "@/lib/domain/policy/types";
import type { ActionResult, Failure } from "@/lib/http/result";
import type { PolicyPreview } from "@/lib/operations/organization/preview-policy";

/** A policy that a blueprint changes, with what that would do: the preview, or why it is left out. */
export type PlannedPolicy = PolicyDifference &
  ({ preview: PolicyPreview; refused: null } | { preview: null; refused: Failure });

/**
 * Whether a policy can be set, or why not. One that only waits for another policy of the same blueprint can: the other
 * comes first.
 */
export function plannedPolicy(
  policy: PolicyDifference,
  answer: ActionResult<PolicyPreview>,
  others: readonly PolicyDifference[],
): PlannedPolicy {
  if (!answer.ok) return { ...policy, preview: null, refused: answer.failure };
  const { blocked } = answer.result;
  const { requires } = policyFacts[policy.type];
  const waits = blocked?.refusal === "policy_needs_another" && others.some(({ type }) => type === requires);
  if (!blocked || waits) return { ...policy, preview: answer.result, refused: null };
  return { ...policy, preview: null, refused: { code: blocked.refusal, values: blocked.values } };
}

/**
 * Whether a policy would still do what was shown, or less: policies of the same blueprint that came before it may have
 * taken somebody's place already.
 */
export function isAsShown(shown: PolicyPreview, now: PolicyPreview): boolean {
  const named = new Set<string>(shown.names.map(({ id }) => id));
  const isNamedWhole = shown.names.length === shown.revoked;
  return (
    now.blocked === null &&
    now.isOn === shown.isOn &&
    JSON.stringify(now.settings) === JSON.stringify(shown.settings) &&
    now.revoked <= shown.revoked &&
    (!isNamedWhole || now.names.every(({ id }) => named.has(id)))
  );
}
