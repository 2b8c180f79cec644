"use client";

import { useSyncExternalStore } from "react";

/** How often it is tried whether the server can be reached again, in milliseconds. */
const pause = 2_000;

let back: Promise<void> | null = null;
const listeners = new Set<() => void>();

function set(next: Promise<void> | null) {
  back = next;
  for (const listener of listeners) listener();
}

/** Whether a page waits for the connection. */
export const useConnectionLost = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => back !== null,
    () => false,
  );

/** Whether a request is for a page that somebody goes to: one that is only fetched ahead may fail in silence. */
function isForPage(init: RequestInit | undefined): boolean {
  const headers = new Headers(init?.headers);
  return headers.has("rsc") && !headers.has("next-router-prefetch");
}

async function reachable(send: typeof fetch): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const answer = await send("/api/health", { cache: "no-store" }).catch(() => null);
    if (answer?.ok) return;
  }
}

/**
 * A page that cannot be fetched is fetched again once the server can be reached. Left alone, Next would load it as a
 * new document, and the browser would put its own page of the failure in place of ours, and of all that was open.
 */
export function waitForConnection(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    if (!isForPage(init)) return send(input, init);
    for (;;) {
      try {
        return await send(input, init);
      } catch (error) {
        if (init?.signal?.aborted) throw error;
        if (!back) {
          const again = reachable(send).finally(() => set(null));
          set(again);
        }
        await back;
      }
    }
  };
}

if (typeof window !== "undefined") window.fetch = waitForConnection(window.fetch.bind(window));
