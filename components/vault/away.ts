"use client";

import { useEffect } from "react";
import { reach } from "@/components/forms/reach";
import type { MyKeys, ReadKeys } from "@/components/vault/vault-context";
import type { Failure } from "@/lib/http/result";
import { keepKeys, keptKeys } from "@/lib/vault/kept-for-away";

const away: ReadonlySet<Failure["code"]> = new Set(["unreachable", "unavailable", "unexpected", "busy"]);

/** Whether a question was not answered for a reason that has nothing to do with whoever asks. */
export const isAway = ({ code }: Failure): boolean => away.has(code);

/**
 * Reads an account's sealed keys, and keeps them on the device for when the server is away. Then those of the account
 * that the page was made for are read from there.
 */
export const readingKept =
  (readKeys: ReadKeys, accountOfPage: () => string | null): ReadKeys =>
  async (input) => {
    const answer = await reach(readKeys(input));
    if (answer.ok) {
      // A passkey asks the server, so it unlocks nothing while that is away.
      void keepKeys({ ...answer.result, unlocksByPasskey: false }).catch(() => {});
      return answer;
    }
    const account = accountOfPage();
    const kept = account && isAway(answer.failure) ? await keptKeys<MyKeys>(account) : null;
    return kept ? { ok: true, result: kept } : answer;
  };

/** Keeps the keys of whoever's vault is open, where they came to this device without being read from the server. */
export function useKeepKeys(readKeys: ReadKeys, userId: string | null): void {
  useEffect(() => {
    if (userId === null) return;
    void keptKeys(userId).then((kept) => (kept === null ? readKeys({}) : null));
  }, [readKeys, userId]);
}
