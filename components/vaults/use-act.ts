"use client";

import { unstable_rethrow } from "next/navigation";
import { useState } from "react";
import { useMessages } from "@/components/forms/use-messages";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

/** Runs an action from a menu or a button, once at a time; a "no" is said in a toast. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const { failure } = useMessages();

  async function act<Result>(
    run: () => Promise<ActionResult<Result>>,
    onDone?: (result: Result) => void,
  ): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      const answer = await run();
      if (answer.ok) onDone?.(answer.result);
      else toast.error(failure(answer.failure));
    } catch (error) {
      unstable_rethrow(error);
      toast.error(failure({ code: "unreachable" }));
    } finally {
      setBusy(false);
    }
  }

  return { act, busy };
}
