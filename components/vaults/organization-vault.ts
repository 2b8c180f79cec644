"use client";

import { vaultProblem } from "@/components/vault/vault-failure";
import { useVault } from "@/components/vault/vault-provider";
import type { ActionResult, Failure } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";
import { openOrganizationKey, type SealedOrganizationKey } from "@/lib/vault/open-organization";
import type { Vault } from "@/lib/vault/vault";

/** Asks the server for an organization's key as it is sealed for whoever is signed in. */
export type KeyQuestion = (input: { organizationId: string }) => Promise<ActionResult<SealedOrganizationKey>>;

/** The server did not hand the key out. */
class KeyRefused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** Makes sure that the vault holds the organization's key; the server is asked only if it does not. */
export async function holdOrganizationKey(vault: Vault, organizationId: string, getKey: KeyQuestion) {
  if (await vault.holds(`organization:${organizationId}`)) return;
  const answer = await getKey({ organizationId });
  if (!answer.ok) throw new KeyRefused(answer.failure);
  await openOrganizationKey(vault, organizationId, answer.result);
}

/** The vault with the organization's key in it. Locked, it asks for the master password in place. */
export function useOrganizationVault(organizationId: string, getKey: KeyQuestion) {
  const { status, withVault } = useVault();
  const withOrganization = <T>(act: (vault: Vault) => Promise<T>): Promise<T> =>
    withVault(async (vault) => {
      await holdOrganizationKey(vault, organizationId, getKey);
      return act(vault);
    });
  return { status, withOrganization };
}

export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && (error.name === "UnlockCancelled" || error.name === "AbortError");

/**
 * What sealing came to: the sealed input, or why there is none. Somebody who closed the unlock dialog
 * stopped the whole act, which forms know as an `AbortError`.
 */
export async function sealing<Input>(work: Promise<Input>): Promise<ActionResult<Input>> {
  try {
    return { ok: true, result: await work };
  } catch (error) {
    if (isCancelled(error)) throw new DOMException("stopped", "AbortError");
    if (error instanceof KeyRefused) return { ok: false, failure: error.failure };
    if (error instanceof VaultError) return { ok: false, failure: vaultProblem(error) };
    throw error;
  }
}

/** Sends what was sealed, or passes on why nothing was. */
export const sendSealed =
  <Input, Result>(action: (input: Input) => Promise<ActionResult<Result>>) =>
  async (sealed: ActionResult<Input>): Promise<ActionResult<Result>> =>
    sealed.ok ? action(sealed.result) : sealed;
