"use client";

import { type AskOrganizationKey, holdOrganizationKey } from "@/components/vault/hold-key";
import { sealing } from "@/components/vault/sealing";
import type { VaultState } from "@/components/vault/vault-context";
import { useVault } from "@/components/vault/vault-provider";
import type { ActionResult } from "@/lib/http/result";
import type { Vault } from "@/lib/vault/vault";

type UnderKey<Made> = (vault: Vault, organizationKeyId: string) => Promise<Made>;

/**
 * Acts with the organization's key: `seal` makes what is sent, in the vault, which is unlocked in place first where
 * it is locked; `send` sends it, or passes on why there is nothing to send. Both throw `Cancelled`.
 */
export function useOrganizationKey(organizationId: string, askKey: AskOrganizationKey) {
  const { withVault } = useVault();

  const seal = <Made>(act: UnderKey<Made>): Promise<ActionResult<Made>> =>
    sealing(withVault(async (vault) => act(vault, await holdOrganizationKey(vault, organizationId, askKey))));

  const send =
    <Input, Result>(action: (input: Input) => Promise<ActionResult<Result>>) =>
    async (sealed: ActionResult<Input>): Promise<ActionResult<Result>> =>
      sealed.ok ? withRenewedKey(await action(sealed.result), withVault, organizationId, askKey) : sealed;

  return { seal, send };
}

/**
 * Hands an answer on. Where it says that the organization has another key by now, the old one is forgotten and the
 * new one fetched for the next try; what is wrong with that one is said instead of the answer.
 */
export async function withRenewedKey<Result>(
  answer: ActionResult<Result>,
  withVault: VaultState["withVault"],
  organizationId: string,
  askKey: AskOrganizationKey,
): Promise<ActionResult<Result>> {
  if (answer.ok || answer.failure.code !== "organization_key_replaced") return answer;
  const renewed = await sealing(
    withVault(async (vault) => {
      await vault.drop(`organization:${organizationId}`);
      await holdOrganizationKey(vault, organizationId, askKey);
    }),
  );
  return renewed.ok ? answer : renewed;
}
