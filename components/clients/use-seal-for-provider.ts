"use client";

import { useRef } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import { once } from "@/components/forms/once";
import { holdOrganizationKey, holdProviderKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import { withRenewedKey } from "@/components/vault/use-organization-key";
import { useVault } from "@/components/vault/vault-provider";
import type { ActionResult } from "@/lib/http/result";
import type { Vault } from "@/lib/vault/vault";

type Tie = { providerId: string; organizationId: string };
type Asking = Pick<ClientActions, "askProviderKey" | "askOrganizationKey">;

/**
 * Seals an organization's key under a provider's, both of which this person holds: each is compared as it comes into
 * the vault. The same is sent again until the organization has another key.
 */
export function useSealForProvider({ providerId, organizationId }: Tie, actions: Asking) {
  const { withVault } = useVault();
  const sealOnce = useRef(once(sealFor));

  async function sealFor(vault: Vault) {
    await holdProviderKey(vault, providerId, actions.askProviderKey);
    const organizationKeyId = await holdOrganizationKey(vault, organizationId, actions.askOrganizationKey);
    const sealed = await vault.sealKeyUnder(`provider:${providerId}`, `organization:${organizationId}`, true);
    return { organizationKeyId, organizationKeyForProvider: sealed };
  }

  const seal = () => sealing(withVault((vault) => sealOnce.current(vault)));

  /** Hands an answer on. Where the key was replaced meanwhile, the next try seals the new one. */
  async function renew<Result>(answer: ActionResult<Result>): Promise<ActionResult<Result>> {
    if (answer.ok || answer.failure.code !== "organization_key_replaced") return answer;
    sealOnce.current = once(sealFor);
    return withRenewedKey(answer, withVault, organizationId, actions.askOrganizationKey);
  }

  return { seal, renew };
}
