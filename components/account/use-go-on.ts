"use client";

import { useRouter } from "next/navigation";
import type { ActionResult } from "@/lib/http/result";

export type AskLanding = (input: Record<string, never>) => Promise<ActionResult<{ path: string }>>;

/**
 * Goes on after logging in: to the page that the person wanted, or to where their work begins. It does not load
 * a new document, so that the vault stays unlocked. Pages that were rendered before log-in, or in another
 * language, are rendered again.
 */
export function useGoOn(next: string | null, askLanding: AskLanding) {
  const router = useRouter();
  return async (): Promise<void> => {
    const landing = next === null ? await askLanding({}) : null;
    router.replace(next ?? (landing?.ok ? landing.result.path : "/"));
    router.refresh();
  };
}
