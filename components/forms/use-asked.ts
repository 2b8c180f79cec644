"use client";

import { useCallback, useEffect, useState } from "react";
import { reach } from "@/components/forms/reach";
import type { ActionResult } from "@/lib/http/result";

/**
 * Asks a question when the component is shown, and again when there is another question or `askAgain` is called. The
 * answer to an earlier one that comes late is not taken.
 *
 * @param question the same function as long as the same is asked: `useCallback`.
 * @returns null as `answer` until there is one.
 */
export function useAsked<Result>(question: () => Promise<ActionResult<Result>>): {
  answer: ActionResult<Result> | null;
  askAgain: () => void;
} {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<ActionResult<Result> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    let isCurrent = true;
    setAnswer(null);
    void reach(question()).then((told) => {
      if (isCurrent) setAnswer(told);
    });
    return () => {
      isCurrent = false;
    };
  }, [question, round]);
  const askAgain = useCallback(() => setRound((count) => count + 1), []);
  return { answer, askAgain };
}
