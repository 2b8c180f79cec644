"use client";

import { useEffect } from "react";
import { reach } from "@/components/forms/reach";
import type { MyKeys, ReadKeys } from "@/components/vault/vault-context";
import type { Failure } from "@/lib/http/result";
import { forgetKeptKeys, keepKeys, keptKeys } from "@/lib/vault/kept-for-away";

const away: ReadonlySet<Failure["code"]> = new Set(["unreachable", "unavailable", "unexpected", "busy"]);

/** Whether a question was not answered for a reason that has nothing to do with whoever asks. */
export const isAway = ({ code }: Failure): boolean => away.has(code);

/** Reads an account's sealed keys; where the server is away, those that were kept of the account that the page was made for. */
export const readingKept =
  (readKeys: ReadKeys, accountOfPage: () => string | null): ReadKeys =>
  async (input) => {
    const answer = await reach(readKeys(input));
    const account = accountOfPage();
    const kept = account && !answer.ok && isAway(answer.failure) ? await keptKeys<MyKeys>(account) : null;
    return kept ? { ok: true, result: kept } : answer;
  };

/**
 * Keeps the keys of whoever's vault is open, for when the server is away. A page that is locked keeps none: it may be
 * on its way out.
 */
export function useKeepKeys(readKeys: ReadKeys, userId: string | null): void {
  useEffect(() => {
    if (userId === null) return;
    let isOver = false;
    void readKeys({}).then((answer) => {
      if (isOver || !answer.ok || answer.result.userId !== userId) return;
      // A passkey asks the server, so it unlocks nothing while that is away.
      keepKeys({ ...answer.result, unlocksByPasskey: false })
        // It was locked meanwhile, perhaps by a log-out in another tab, which has forgotten what was there before.
        .then(() => (isOver ? forgetKeptKeys() : undefined))
        .catch(() => {});
    });
    return () => {
      isOver = true;
    };
  }, [readKeys, userId]);
}
