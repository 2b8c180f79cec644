"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { FingerprintPhrase } from "@/components/ui/fingerprint-phrase";
import { KeyForm } from "@/components/vault/key-form";
import { sealing } from "@/components/vault/sealing";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { useVault } from "@/components/vault/vault-provider";
import { fingerprintPhrase } from "@/lib/crypto/fingerprint";
import type { PublicKey } from "@/lib/crypto/types";
import type { ActionResult } from "@/lib/http/result";

/**
 * The words by which others recognize the person's public key. They are worked out from the key in the vault. A
 * key from the server would not do: the server could send the same wrong key to both people who compare.
 */
export function OwnFingerprint() {
  const t = useTranslations("account.fingerprint");
  const { readKeys } = useVaultKeeper();
  const { withVault } = useVault();
  const [phrase, setPhrase] = useState<string | null>(null);
  const form = useActionForm({
    schema: z.object({}),
    defaultValues: {},
    seal: (_: Record<string, never>) => sealing(withVault((vault) => vault.publicKey())),
    action: async (own: ActionResult<PublicKey>): Promise<ActionResult<string>> => {
      if (!own.ok) return own;
      const me = await readKeys({});
      return me.ok ? { ok: true, result: fingerprintPhrase(me.result.userId, own.result) } : me;
    },
    onDone: setPhrase,
  });
  return (
    <KeyForm form={form}>
      <p className="text-muted">{t("text")}</p>
      {phrase ? (
        <FingerprintPhrase phrase={phrase} />
      ) : (
        <div>
          <SubmitButton form={form} variant="quiet">
            {t("show")}
          </SubmitButton>
        </div>
      )}
    </KeyForm>
  );
}
