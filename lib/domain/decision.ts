import type { Refusal } from "@/lib/domain/refusal";

/** What a rule answers: yes, or no and why. `values` complete the message and are never secret. */
export type Decision = { allowed: true } | No;

export type No = { allowed: false; refusal: Refusal; values?: Record<string, string | number> };

export const allow: Decision = { allowed: true };

export const refuse = (refusal: Refusal, values?: Record<string, string | number>): No =>
  values ? { allowed: false, refusal, values } : { allowed: false, refusal };

/** For what must look as if it did not exist: another tenant's things, and an admin's to a service user. */
export const hide: Decision = refuse("not_found");

/** The first "no" among decisions, or yes. */
export const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.allowed) ?? allow;
