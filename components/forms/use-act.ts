"use client";

import { useState } from "react";
import { reach } from "@/components/forms/reach";
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
    const answer = await reach(run());
    setBusy(false);
    if (answer.ok) onDone?.(answer.result);
    else toast.error(failure(answer.failure));
  }

  return { act, busy };
}
