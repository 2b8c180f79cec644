"use client";

import { useCallback, useEffect, useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import { reach } from "@/components/forms/reach";
import type { Failure } from "@/lib/http/result";
import type { ServedSeats } from "@/lib/operations/client-job/get-seats-of-clients";

type Asked =
  | { state: "asking" }
  | { state: "failed"; failure: Failure }
  | { state: "here"; seats: ServedSeats };

/** The seats of clients as they are now, asked for when a dialog opens and again when they have changed meanwhile. */
export function useSeatsNow(
  providerId: string,
  organizationIds: readonly string[],
  askSeats: ClientActions["askSeats"],
) {
  const [asked, setAsked] = useState<Asked>({ state: "asking" });
  // The same ids in another array are no other question.
  const ids = organizationIds.join();

  const ask = useCallback(async () => {
    const answer = await reach(askSeats({ providerId, organizationIds: ids.split(",") }));
    setAsked(
      answer.ok ? { state: "here", seats: answer.result } : { state: "failed", failure: answer.failure },
    );
  }, [askSeats, providerId, ids]);

  useEffect(() => void ask(), [ask]);
  return { asked, askAgain: ask };
}
