"use client";

import { useRouter } from "next/navigation";
import type { ActionResult } from "@/lib/http/result";

export type AskLanding = (input: Record<string, never>) => Promise<ActionResult<{ path: string }>>;

/**
 * Goes on after logging in: where one wanted to go, or where one's work begins. Without a new document, so
 * that the vault stays unlocked; what was rendered for nobody, or in another language, is rendered again.
 */
export function useGoOn(next: string | null, askLanding: AskLanding) {
  const router = useRouter();
  return async (): Promise<void> => {
    const landing = next === null ? await askLanding({}) : null;
    router.replace(next ?? (landing?.ok ? landing.result.path : "/"));
    router.refresh();
  };
}
