"use client";

import { useCallback, useState } from "react";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { type ApplyProgress, runApply, type Shown } from "@/components/blueprints/run-apply";
import { seeClient } from "@/components/blueprints/see-client";
import { Cancelled } from "@/components/forms/cancelled";
import { makeOwedCollections } from "@/components/policies/make-owed-collections";
import { sealing } from "@/components/vault/sealing";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import { useVault } from "@/components/vault/vault-provider";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";
import type { Failure } from "@/lib/http/result";
import type { Vault } from "@/lib/vault/vault";

/** Where the application of a blueprint stands in this tab. `why`: what stopped the last try. */
export type ApplyStep =
  | { at: "looking" }
  | { at: "locked" }
  | { at: "failed"; failure: Failure }
  | { at: "shown"; shown: Shown; why: Failure | null }
  | { at: "applying"; shown: Shown; progress: ApplyProgress }
  | { at: "done"; shown: Shown; isWhole: boolean };

type Which = { providerId: string; organizationId: string; blueprintId: string };

/** Compares a client with a blueprint, and applies what was shown. After a stop, what is left is shown. */
export function useApply(which: Which, content: BlueprintContent, actions: ApplyActions) {
  const { withVault } = useVault();
  const { providerId, organizationId, blueprintId } = which;
  const key = useOrganizationKey(organizationId, actions.getOrganizationKey);
  const [step, setStep] = useState<ApplyStep>({ at: "looking" });

  const see = useCallback(
    (vault: Vault) => seeClient(vault, { providerId, organizationId }, content, actions),
    [providerId, organizationId, content, actions],
  );

  const look = useCallback(
    async (why: Failure | null = null) => {
      setStep({ at: "looking" });
      try {
        const seen = await sealing(withVault(see));
        setStep(seen.ok ? { at: "shown", shown: seen.result, why } : { at: "failed", failure: seen.failure });
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        setStep({ at: "locked" });
      }
    },
    [withVault, see],
  );

  async function apply(shown: Shown) {
    const onProgress = (progress: ApplyProgress) => setStep({ at: "applying", shown, progress });
    try {
      const run = (vault: Vault) =>
        runApply(vault, { providerId, organizationId, blueprintId }, shown, actions, onProgress);
      const applied = await sealing(withVault(run));
      if (!applied.ok) return look(applied.failure);
      const owes = shown.policies.some(({ preview }) => (preview?.collections ?? 0) > 0);
      const isWhole = !owes || (await makeOwedCollections(organizationId, key, actions));
      setStep({ at: "done", shown, isWhole });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      setStep({ at: "shown", shown, why: null });
    }
  }

  return { step, look, apply };
}
