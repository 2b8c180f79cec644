"use client";

import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

export type AskLanding = (input: Record<string, never>) => Promise<ActionResult<{ path: string }>>;

/**
 * Goes on after logging in: to the page that the person wanted, or to where their work begins. It does not load
 * a new document, so that the vault stays unlocked. Pages that were rendered before log-in, or in another
 * language, are rendered again.
 */
export function useGoOn(next: string | null, askLanding: AskLanding) {
  const router = useRouter();
  const toast = useToast();
  return async (): Promise<void> => {
    const landing = next === null ? await askLanding({}) : null;
    // What was said to whoever was here before, such as that the session has ended, is over.
    toast.clear();
    router.replace(next ?? (landing?.ok ? landing.result.path : "/"));
    router.refresh();
  };
}
