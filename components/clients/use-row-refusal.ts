"use client";

import { useTranslations } from "next-intl";
import type { RefusalValues } from "@/lib/domain/decision";
import { blueprintRefusals } from "@/lib/domain/provider/client-jobs";
import type { Refusal } from "@/lib/domain/refusal";

const known = [
  "seats_below_used",
  "seats_out_of_range",
  "seats_need_purchase",
  "too_many_tags_of_client",
  ...blueprintRefusals,
] as const satisfies readonly Refusal[];

/** Why something was not done to one client of several, with the numbers that are known of it. */
export function useRowRefusal() {
  const t = useTranslations("clients.jobs.refusals");
  return (refusal: Refusal, values: RefusalValues) =>
    t(known.find((one) => one === refusal) ?? "other", { used: 0, unassigned: 0, ...values });
}
