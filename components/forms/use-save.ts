"use client";

import { useState } from "react";
import { useAct } from "@/components/forms/use-act";

/** As `useAct`, for a drawer that stays open: why nothing was saved is told beside its button. */
export function useSave() {
  const { act, busy } = useAct();
  const [problem, setProblem] = useState<string | null>(null);
  const save: typeof act = (run, onDone) => {
    setProblem(null);
    return act(run, onDone, setProblem);
  };
  return { act: save, busy, problem };
}
