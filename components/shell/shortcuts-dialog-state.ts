"use client";

import { useSyncExternalStore } from "react";

// Whether the dialog is open. The keyboard and the account menu both open it, and do not know of each other.
let open = false;
const listeners = new Set<() => void>();

function set(next: boolean) {
  open = next;
  for (const listener of listeners) listener();
}

export const openShortcuts = () => set(true);
export const closeShortcuts = () => set(false);

export function useShortcutsOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
    () => false,
  );
}
