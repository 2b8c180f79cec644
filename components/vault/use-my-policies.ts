"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { reach } from "@/components/forms/reach";
import { keepLimit, keptLimit } from "@/components/vault/lock-after";
import { type BindingPolicy, type TimeoutLimit, timeoutLimit } from "@/lib/domain/policy/combining";
import type { ActionResult } from "@/lib/http/result";

export type AskMyPolicies = (input: Record<string, never>) => Promise<ActionResult<BindingPolicy[]>>;

const none: readonly BindingPolicy[] = [];

const lockingAfter = (minutes: number | null): TimeoutLimit | null =>
  minutes === null ? null : { minutes, action: "lock" };

/**
 * The policies that bind whoever's vault is open here. They are asked for as it opens and whenever the person comes
 * back to this window. An answer replaces what was known, also an empty one; without an answer that stays.
 */
export function useMyPolicies(ask: AskMyPolicies, userId: string | null) {
  const [policies, setPolicies] = useState<readonly BindingPolicy[] | null>(null);
  const [before] = useState(keptLimit);

  const read = useCallback(async (): Promise<readonly BindingPolicy[]> => {
    const answer = await reach(ask({}));
    if (!answer.ok) return [];
    keepLimit(timeoutLimit(answer.result));
    setPolicies(answer.result);
    return answer.result;
  }, [ask]);

  useEffect(() => {
    if (userId === null) return;
    const readNow = () => void read();
    readNow();
    window.addEventListener("focus", readNow);
    return () => window.removeEventListener("focus", readNow);
  }, [userId, read]);

  // Until the server has answered, also while it is away, the time holds that this browser was told last.
  const limit = useMemo(() => (policies ? timeoutLimit(policies) : lockingAfter(before)), [policies, before]);
  return { policies: policies ?? none, limit, read };
}
