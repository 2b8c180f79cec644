import type { Refusal } from "@/lib/domain/refusal";
import type { Failure } from "@/lib/http/result";

/** Refusals that mean: what is shown is not what is there any more. */
const stale = new Set<Failure["code"]>([
  "not_found",
  "item_out_of_date",
  "access_changed",
  "member_not_invited",
  "member_not_accepted",
  "member_already_confirmed",
  "nothing_to_approve",
] satisfies Refusal[]);

/** Whether somebody else, or another tab, was here first. */
export const isStale = (failure: Failure): boolean => stale.has(failure.code);
