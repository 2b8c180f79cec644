"use client";

import { useRouter } from "next/navigation";
import { useEffect, useReducer, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { type CarryOutStep, carryOut } from "@/components/jobs/carry-out";
import type { CarryOutActions } from "@/components/jobs/job-actions";
import { useVault } from "@/components/vault/vault-provider";

type Job = { providerId: string; jobId: string; blueprintId: string };

/** Carries a job out while its page is shown and the vault is open. `goOn` begins again after a stop. */
export function useCarryOut({ providerId, jobId, blueprintId }: Job, actions: CarryOutActions) {
  const { status, withVault } = useVault();
  const router = useRouter();
  const [step, setStep] = useState<CarryOutStep>({ at: "reading" });
  const [round, goOn] = useReducer((times: number) => times + 1, 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is rendered again brings the same actions
  useEffect(() => {
    if (status !== "unlocked") return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const tell = (next: CarryOutStep) => {
      if (!signal.aborted) setStep(next);
    };
    const run = async () => {
      const job = { providerId, jobId, blueprintId };
      await withVault((vault) => carryOut(vault, job, actions, signal, tell));
      // Another tab may have done the rest.
      if (!signal.aborted) router.refresh();
    };
    run().catch((error: unknown) => {
      if (error instanceof Cancelled) return tell({ at: "stopped", failure: { code: "vault_locked" } });
      tell({ at: "stopped", failure: { code: "unexpected" } });
      throw error;
    });
    return () => leaving.abort();
  }, [status, round, providerId, jobId, blueprintId]);

  return { step, status, goOn };
}
