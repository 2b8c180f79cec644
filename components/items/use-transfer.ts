"use client";

import { useEffect, useRef, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import type { Problem, Transferred } from "@/components/items/transfer";

/** What goes or comes at the moment. */
export type UnderWay = { way: "up" | "down"; name: string; done: number; total: number };
type Started = Pick<UnderWay, "way" | "name">;
type Run<Result> = (way: {
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}) => Promise<Transferred<Result>>;

/** One file that goes or comes at a time. It is given up when somebody cancels it, or closes what shows it. */
export function useTransfer() {
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const [problem, setProblem] = useState<(Problem & { name: string }) | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  /** Null when it did not work out; `problem` says why, unless it was given up. */
  async function run<Result>(started: Started, work: Run<Result>): Promise<{ result: Result } | null> {
    if (running.current) return null;
    const abort = new AbortController();
    running.current = abort;
    setProblem(null);
    setUnderWay({ ...started, done: 0, total: 1 });
    const onProgress = (done: number, total: number) => setUnderWay({ ...started, done, total });
    try {
      const answer = await work({ onProgress, signal: abort.signal });
      if (answer.ok) return { result: answer.result };
      if (!abort.signal.aborted) setProblem({ ...answer.problem, name: started.name });
      return null;
    } catch (error) {
      if (error instanceof Cancelled || abort.signal.aborted) return null;
      throw error;
    } finally {
      running.current = null;
      setUnderWay(null);
    }
  }

  return { underWay, problem, run, cancel: () => running.current?.abort() };
}
