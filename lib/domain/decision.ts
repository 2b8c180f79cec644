import type { Refusal } from "@/lib/domain/refusal";

/** The answer of a rule: yes, or no with the reason. `values` complete the message and are never secret. */
export type Decision = { allowed: true } | No;

/** What completes the message of a refusal. */
export type RefusalValues = Record<string, string | number>;

export type No = { allowed: false; refusal: Refusal; values?: RefusalValues };

export const allow: Decision = { allowed: true };

export const refuse = (refusal: Refusal, values?: RefusalValues): No =>
  values ? { allowed: false, refusal, values } : { allowed: false, refusal };

/**
 * A "no" that looks as if the thing did not exist: for things of another tenant, and for an admin's things to a
 * service user.
 */
export const hide: Decision = refuse("not_found");

/** The first "no" among the decisions, or yes if there is none. */
export const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.allowed) ?? allow;
