"use client";

import { useEffect, useRef } from "react";
import { reach } from "@/components/forms/reach";
import type { AskOrganizationKey, AskProviderKey } from "@/components/vault/hold-key";
import { holdProviderKey, holdServedOrganizationKey } from "@/components/vault/hold-key";
import { useVaultKeeper } from "@/components/vault/vault-context";
import type { EncString } from "@/lib/crypto/types";
import type { Act } from "@/lib/http/result";

type Props = {
  organizationId: string;
  getKey: AskOrganizationKey;
  getProviderKey: AskProviderKey;
  adopt: Act<{ organizationId: string; organizationKeyId: string; organizationKeyForProvider: EncString }>;
};

/**
 * Takes a key over for the provider's whole team that an owner has sealed for its people: as soon as the vault is open,
 * without a word. Whoever has no earlier key of the client to compare it with leaves that to a colleague: the key could be
 * the server's own, and the team would take it from under theirs. Until it is done, whoever was of the team at the rotation opens the client by their own copy.
 */
export function AdoptKey({ organizationId, getKey, getProviderKey, adopt }: Props) {
  const { vault, openings } = useVaultKeeper();
  const isDone = useRef(false);

  useEffect(() => {
    if (!openings || isDone.current) return;
    isDone.current = true;
    const takeOver = async () => {
      const answer = await reach(getKey({ organizationId }));
      if (!answer.ok || answer.result.kind !== "handed_over") return;
      const { providerId, organizationKeyId } = answer.result;
      await holdServedOrganizationKey(vault, organizationId, answer.result);
      await holdProviderKey(vault, providerId, getProviderKey);
      const organizationKeyForProvider = await vault.sealKeyUnder(
        `provider:${providerId}`,
        `organization:${organizationId}`,
      );
      await adopt({ organizationId, organizationKeyId, organizationKeyForProvider });
    };
    // What does not work now is tried at the next visit.
    void takeOver().catch(() => {
      isDone.current = false;
    });
  }, [openings, vault, organizationId, getKey, getProviderKey, adopt]);

  return null;
}
