"use client";

import { type ReactNode, useState } from "react";
import { ProofDialog } from "@/components/account/proof-dialog";
import type { Prove } from "@/components/account/two-step-actions";
import type { ActionResult } from "@/lib/http/result";

type Answered = (isProven: boolean) => void;

/**
 * For acts that ask for a recent proof of the master password: asks for it in place, and then does what was to be
 * done. Whoever closes the dialog is told that the proof was needed.
 */
export function useProof(prove: Prove) {
  const [answered, setAnswered] = useState<Answered | null>(null);

  async function withProof<Result>(run: () => Promise<ActionResult<Result>>): Promise<ActionResult<Result>> {
    const first = await run();
    if (first.ok || first.failure.code !== "proof_needed") return first;
    const isProven = await new Promise<boolean>((resolve) => setAnswered(() => resolve));
    setAnswered(null);
    return isProven ? run() : first;
  }

  const dialog: ReactNode = answered ? <ProofDialog prove={prove} onAnswer={answered} /> : null;
  return { withProof, dialog };
}
