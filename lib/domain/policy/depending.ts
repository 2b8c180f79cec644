import { allow, type Decision, refuse } from "@/lib/domain/decision";
import { type PolicyType, policyFacts, policyTypes } from "@/lib/domain/policy/types";

/** The policies that are on and need `type` to be on. */
export const dependingOn = (type: PolicyType, on: readonly PolicyType[]): PolicyType[] =>
  policyTypes.filter((other) => policyFacts[other].requires === type && on.includes(other));

/**
 * Whether a policy can be turned on, or stay on, beside those that are. The refusal names what is missing.
 */
export function mayBeOn(type: PolicyType, on: readonly PolicyType[]): Decision {
  const { requires, heldBy } = policyFacts[type];
  if (heldBy === "not_yet") return refuse("policy_needs_single_sign_on");
  return requires && !on.includes(requires) ? refuse("policy_needs_another", { other: requires }) : allow;
}

/**
 * Whether a policy can be off beside those that are on. The refusal names the first that needs it, and how many more
 * do.
 */
export function mayBeOff(type: PolicyType, on: readonly PolicyType[]): Decision {
  const [other, ...more] = dependingOn(type, on);
  return other ? refuse("policy_needed_by_others", { other, more: more.length }) : allow;
}

/** Whether people of the provider may be members here. One policy wants members whose keys an app seals by itself. */
export const mayHoldProvidersPeople = (type: PolicyType, providersPeople: number): Decision =>
  type === "automatic_confirmation" && providersPeople > 0
    ? refuse("policy_forbids_providers_people", { count: providersPeople })
    : allow;

/** What the policy asks of a member. `isStaff`: they are of some provider's team, whose clients their user key opens. */
type Enrolling = { isRequired: boolean; isStaff: boolean };

/** Whether a member may take back that their account can be recovered. No policy keeps a provider's people in it. */
export const mayWithdrawFromRecovery = ({ isRequired, isStaff }: Enrolling): Decision =>
  isRequired && !isStaff ? refuse("recovery_is_required") : allow;

/** Whether a member's browser is to enrol them by itself. It never does so for people of a provider. */
export const owesEnrolment = (facts: Enrolling & { isEnrolled: boolean }): boolean =>
  facts.isRequired && !facts.isEnrolled && !facts.isStaff;

/**
 * Whether a member may be enrolled in recovery: with a recent proof of the master password, or without one where the
 * policy has their browser do it. An enrolment that is there is not replaced without a proof.
 */
export const mayEnrol = ({ isProven, isOwed }: { isProven: boolean; isOwed: boolean }): Decision =>
  isProven || isOwed ? allow : refuse("proof_needed");
