"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import type { GeneratedKind } from "@/components/generator/wishes";

export type Generated = { number: number; kind: GeneratedKind; text: string };

type History = {
  /** Newest first. */
  entries: readonly Generated[];
  add: (kind: GeneratedKind, text: string) => void;
  clear: () => void;
};

const mostKept = 100;
const HistoryContext = createContext<History>({ entries: [], add: () => {}, clear: () => {} });

/**
 * Remembers what was generated, in the memory of this tab alone. It stands inside of what a lock takes away, so that
 * nothing of it outlives the unlocked vault.
 */
export function GeneratorHistory({ children }: { children: ReactNode }) {
  const [entries, setEntries] = useState<readonly Generated[]>([]);
  const add = useCallback((kind: GeneratedKind, text: string) => {
    setEntries((before) => {
      if (text === "" || before.some((entry) => entry.text === text)) return before;
      return [{ number: (before[0]?.number ?? 0) + 1, kind, text }, ...before].slice(0, mostKept);
    });
  }, []);
  const clear = useCallback(() => setEntries([]), []);
  const history = useMemo(() => ({ entries, add, clear }), [entries, add, clear]);
  return <HistoryContext value={history}>{children}</HistoryContext>;
}

/** What was generated since unlocking. Outside of a person's own vault nothing is remembered. */
export const useGeneratorHistory = () => use(HistoryContext);
