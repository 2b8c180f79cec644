"use client";

import { useTranslations } from "next-intl";
import { blueprintRefusals } from "@/lib/domain/provider/client-jobs";
import type { Refusal } from "@/lib/domain/refusal";

const known = [
  "seats_below_used",
  "seats_out_of_range",
  "seats_need_purchase",
  "too_many_tags_of_client",
  ...blueprintRefusals,
] as const satisfies readonly Refusal[];

/** Why something was not done to one client of several, in few words: the numbers stand beside it. */
export function useRowRefusal() {
  const t = useTranslations("clients.jobs.refusals");
  return (refusal: Refusal) => t(known.find((one) => one === refusal) ?? "other");
}
