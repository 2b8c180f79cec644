"use client";

import { useRouter } from "next/navigation";
import type { Refusal } from "@/lib/domain/refusal";
import type { ActionResult } from "@/lib/http/result";

/** Why seats stay as they are: in each case, the page shows numbers that are not those of now. */
const outdated: readonly (Refusal | string)[] = ["seats_changed", "seats_need_purchase", "seats_below_used"];

/** Waits for a change of seats, and where the numbers are others by now, has the page show them. */
export function useNewNumbers() {
  const router = useRouter();
  return async <Result>(act: Promise<ActionResult<Result>>): Promise<ActionResult<Result>> => {
    const answer = await act;
    if (!answer.ok && outdated.includes(answer.failure.code)) router.refresh();
    return answer;
  };
}
