"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { reach } from "@/components/forms/reach";
import { isStale } from "@/components/forms/stale";
import { useMessages } from "@/components/forms/use-messages";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

function asStopped(error: unknown): "stopped" {
  if (error instanceof Cancelled) return "stopped";
  throw error;
}

/**
 * Runs an action from a menu or a button, one at a time. A refusal is shown in a toast, or where `say` shows it. If
 * somebody else was first, the page is loaded again.
 */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const t = useTranslations("ui.stale");
  const router = useRouter();
  const toast = useToast();
  const { failure } = useMessages();

  async function act<Result>(
    run: () => Promise<ActionResult<Result>>,
    onDone?: (result: Result) => void,
    say: (why: string) => void = toast.error,
  ): Promise<void> {
    if (busy) return;
    setBusy(true);
    const answer = await reach(run()).catch(asStopped);
    setBusy(false);
    if (answer === "stopped") return;
    if (answer.ok) return onDone?.(answer.result);
    say(answer.failure.code === "not_found" ? t("gone") : failure(answer.failure));
    if (isStale(answer.failure)) router.refresh();
  }

  return { act, busy };
}
