"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { FingerprintPhrase } from "@/components/ui/fingerprint-phrase";
import { KeyForm } from "@/components/vault/key-form";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { fingerprintPhrase } from "@/lib/crypto/fingerprint";

/** The words by which others know one's key. Worked out on this device, from the public key. */
export function OwnFingerprint() {
  const t = useTranslations("account.fingerprint");
  const { readKeys } = useVaultKeeper();
  const [phrase, setPhrase] = useState<string | null>(null);
  const form = useActionForm({
    schema: z.object({}),
    defaultValues: {},
    action: () => readKeys({}),
    onDone: ({ userId, publicKey }) => setPhrase(fingerprintPhrase(userId, publicKey)),
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
