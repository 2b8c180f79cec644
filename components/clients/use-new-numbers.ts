"use client";

import { useRouter } from "next/navigation";
import { atField } from "@/components/forms/at-field";
import type { Refusal } from "@/lib/domain/refusal";
import type { ActionResult } from "@/lib/http/result";

/**
 * Why seats stay as they are: in each case, the page shows numbers that are not those of now. It is said at the field,
 * where another number takes it away.
 */
const outdated = {
  seats_changed: "seats",
  seats_need_purchase: "seats",
  seats_below_used: "seats",
} as const satisfies Partial<Record<Refusal, "seats">>;

/** Waits for a change of seats, and where the numbers are others by now, has the page show them. */
export function useNewNumbers() {
  const router = useRouter();
  return async <Result>(act: Promise<ActionResult<Result>>): Promise<ActionResult<Result>> => {
    const answer = await act;
    if (!answer.ok && Object.hasOwn(outdated, answer.failure.code)) router.refresh();
    return atField(answer, outdated);
  };
}
