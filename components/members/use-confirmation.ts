"use client";

import { useState } from "react";
import { reach } from "@/components/forms/reach";
import type { MemberActions } from "@/components/members/member-actions";
import type { WithPhrase } from "@/components/members/use-phrases";
import { useProviderKey } from "@/components/providers/use-provider-key";
import type { ProviderMemberId } from "@/lib/domain/ids";
import type { ActionResult, Failure } from "@/lib/http/result";
import { sealProviderKeyFor } from "@/lib/vault/seal-provider";

/** How far each member is: being sealed for, confirmed, or refused with a reason. */
export type Progress = Map<ProviderMemberId, "sealing" | "confirmed" | Failure>;

/** Confirms members one after the other, each for themselves: one that fails does not stop the rest. */
export function useConfirmation(
  providerId: string,
  actions: Pick<MemberActions, "confirm" | "askProviderKey">,
) {
  const withProviderKey = useProviderKey(providerId, actions.askProviderKey);
  const [progress, setProgress] = useState<Progress>(new Map());
  const [isBusy, setBusy] = useState(false);
  const note = (id: ProviderMemberId, state: "sealing" | "confirmed" | Failure) =>
    setProgress((before) => new Map(before).set(id, state));

  async function confirmOne({ memberId, ...recipient }: WithPhrase): Promise<ActionResult<unknown>> {
    const sealed = await withProviderKey((vault) => sealProviderKeyFor(vault, providerId, recipient));
    if (!sealed.ok) return sealed;
    const providerKeyForMember = sealed.result;
    const { publicKey } = recipient;
    return reach(actions.confirm({ providerId, memberId, publicKey, providerKeyForMember }));
  }

  /** Answers how many were confirmed; null when the person would not unlock. */
  async function confirm(members: WithPhrase[]): Promise<number | null> {
    setBusy(true);
    let confirmed = 0;
    try {
      for (const member of members) {
        note(member.memberId, "sealing");
        const answer = await confirmOne(member);
        note(member.memberId, answer.ok ? "confirmed" : answer.failure);
        if (answer.ok) confirmed += 1;
      }
      return confirmed;
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
      setProgress(new Map());
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { progress, isBusy, confirm };
}
