"use client";

import { useCallback, useEffect, useState } from "react";
import { reach } from "@/components/forms/reach";
import type { MemberActions, MemberToConfirm } from "@/components/members/member-actions";
import type { ProviderMemberId } from "@/lib/domain/ids";
import type { Failure } from "@/lib/http/result";

export type WithPhrase = MemberToConfirm & { phrase: string };

export type Phrases =
  | { status: "loading" }
  | { status: "failed"; failure: Failure }
  | { status: "ready"; members: WithPhrase[] };

/**
 * Those of `memberIds` who can be confirmed, with the phrases of their keys. The phrases are worked out on this
 * device, from the very keys that will be sealed to.
 */
export function usePhrases(
  providerId: string,
  memberIds: readonly ProviderMemberId[],
  ask: MemberActions["askMembersToConfirm"],
) {
  const [phrases, setPhrases] = useState<Phrases>({ status: "loading" });
  const wanted = memberIds.join(" ");

  const load = useCallback(async () => {
    const answer = await reach(ask({ providerId }));
    if (!answer.ok) return setPhrases({ status: "failed", failure: answer.failure });
    const { fingerprintPhrase } = await import("@/lib/crypto/fingerprint");
    const ids = wanted.split(" ");
    const members = answer.result
      .filter(({ memberId }) => ids.includes(memberId))
      .map((member) => ({ ...member, phrase: fingerprintPhrase(member.userId, member.publicKey) }));
    setPhrases({ status: "ready", members });
  }, [ask, providerId, wanted]);

  useEffect(() => {
    load();
  }, [load]);

  return { phrases, reload: load };
}
