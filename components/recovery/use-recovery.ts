"use client";

import { useState } from "react";
import { useProof } from "@/components/account/use-proof";
import { reach } from "@/components/forms/reach";
import { useAct } from "@/components/forms/use-act";
import { isOutcomeUnknown } from "@/components/recovery/outcome-unknown";
import { type Recovered, recoverAccount } from "@/components/recovery/recover-account";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { sealing } from "@/components/vault/sealing";
import { useVaultState } from "@/components/vault/vault-context";
import type { PublicKey } from "@/lib/crypto/types";
import type { ActionResult } from "@/lib/http/result";
import type { OpenedRecovery } from "@/lib/operations/recovery/open-recovery";

/** The key that was handed out for the member, and its phrase. */
type ToCompare = { publicKey: PublicKey; phrase: string };

async function phraseOf({ publicKey, person }: OpenedRecovery): Promise<ToCompare> {
  // The list of words is 60 kB: it is loaded when somebody compares.
  const { fingerprintPhrase } = await import("@/lib/crypto/fingerprint");
  return { publicKey, phrase: fingerprintPhrase(person.userId, publicKey) };
}

/**
 * The steps of setting a temporary master password for a member. What was sent is kept until the server has answered, so
 * that a password that may be in force is not lost: it is shown, and sent again as it was.
 */
export function useRecovery(which: { organizationId: string; memberId: string }, actions: RecoveryActions) {
  const { withVault } = useVaultState();
  const { withProof, dialog } = useProof(actions.prove);
  const { act, busy } = useAct();
  const [sent, setSent] = useState<Recovered | null>(null);
  const [isDone, setDone] = useState(false);
  const [toCompare, setToCompare] = useState<ToCompare | null>(null);
  const [isCompared, setCompared] = useState(false);

  async function send(made: Recovered): Promise<ActionResult<boolean>> {
    setSent(made);
    const answer = await reach(withProof(() => actions.recover(made.send)));
    if (answer.ok) return { ok: true, result: true };
    if (!isOutcomeUnknown(answer.failure)) setSent(null);
    return answer;
  }

  async function recoverOnce(): Promise<ActionResult<boolean>> {
    const member = await withProof(() => actions.open(which));
    if (!member.ok) return member;
    const compared = isCompared ? (toCompare?.publicKey ?? null) : null;
    const made = await sealing(
      withVault((vault) => recoverAccount(vault, which, member.result, actions.getKey, compared)),
    );
    if (!made.ok) return made;
    if (made.result) return send(made.result);
    setCompared(false);
    setToCompare(await phraseOf(member.result));
    return { ok: true, result: false };
  }

  /** The account may change between the two requests. Then it is asked for anew, once. */
  async function recover() {
    if (sent) return send(sent);
    const answer = await recoverOnce();
    return !answer.ok && answer.failure.code === "account_changed" ? recoverOnce() : answer;
  }

  return {
    /** Null until one was sent. */
    password: sent?.password ?? null,
    isDone,
    toCompare,
    isCompared,
    setCompared,
    busy,
    recover: () => void act(recover, setDone),
    dialog,
  };
}
