import { type Refusal, refusals } from "@/lib/domain/refusal";
import type { Failure } from "@/lib/http/result";

/** Refusals that mean that the page shows an older state. */
const stale = new Set<Failure["code"]>([
  "not_found",
  "item_out_of_date",
  "organization_key_replaced",
  "access_changed",
  "member_not_invited",
  "member_not_accepted",
  "member_already_confirmed",
  "nothing_to_approve",
  "recovery_asked_anew",
] satisfies Refusal[]);

/**
 * Whether changes rest on what is another by now, or on something that is gone. They would be refused each time, so what
 * they began with is read anew.
 */
export const restsOnOld = ({ code }: Failure): boolean => code === "access_changed" || code === "not_found";

/** Whether the same would be refused each time, whatever else changes. */
export const isForEver = ({ code }: Failure): boolean =>
  code in refusals && refusals[code as Refusal].again === "never";

/** Whether somebody else, or another tab, has changed it before. */
export const isStale = (failure: Failure): boolean => stale.has(failure.code);
