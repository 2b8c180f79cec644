"use client";

import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";

let count = 0;
const listeners = new Set<() => void>();

function add(number: number) {
  count += number;
  for (const listener of listeners) listener();
}

/** Counts something that is loading, such as a page or another order of a list. */
export function usePending(isPending: boolean): void {
  useEffect(() => {
    if (!isPending) return;
    add(1);
    return () => add(-1);
  }, [isPending]);
}

/** A line at the top of the window while something is loading. */
export function PendingBar() {
  const t = useTranslations("ui");
  const isPending = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => count > 0,
    () => false,
  );
  if (!isPending) return null;
  return (
    <div
      role="progressbar"
      aria-label={t("loading")}
      className="under-way fixed inset-x-0 top-0 z-80 h-[3px] bg-brass"
    />
  );
}
