"use client";

import { useSyncExternalStore } from "react";
import type { NavEntry } from "@/components/shell/nav-entry";

/** What the page that is shown offers the switcher: where one can go from it, and what one may begin there. */
export type Offered = { pages: readonly NavEntry[]; acts: readonly NavEntry[] };

const nothing: Offered = { pages: [], acts: [] };

// Frames of pages offer, the keyboard and buttons open, and the switcher itself stands around all pages.
let state: { open: boolean; offered: Offered } = { open: false, offered: nothing };
const listeners = new Set<() => void>();

function change(part: Partial<typeof state>) {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

export const setSwitcherOpen = (open: boolean) => change({ open });

/** @returns takes it back, unless another page has offered something since. */
export function offer(offered: Offered): () => void {
  change({ offered });
  return () => {
    if (state.offered === offered) change({ offered: nothing });
  };
}

const empty = { open: false, offered: nothing };

export const useSwitcher = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
    () => empty,
  );
