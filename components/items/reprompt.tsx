"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Callout } from "@/components/ui/callout";
import { PasswordInput } from "@/components/ui/password-input";
import { KeyForm } from "@/components/vault/key-form";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";

const Password = z.object({ password: z.string().min(1, { error: "required" }) });

type Props = {
  /** What the button says. */
  confirm: string;
  onConfirmed: () => void;
};

/** Asks for the master password before an item is opened that wants this. It is compared on this device alone. */
export function Reprompt({ confirm, onConfirmed }: Props) {
  const t = useTranslations("vault.reprompt");
  const { vault, readKeys } = useVaultKeeper();
  const form = useActionForm({
    schema: Password,
    defaultValues: { password: "" },
    async action({ password }: z.output<typeof Password>) {
      const keys = await readKeys({});
      if (!keys.ok) return keys;
      const { email, kdf, userKeyForAccount } = keys.result;
      try {
        await vault.confirmMasterPassword({ email, password, kdf }, userKeyForAccount);
        return { ok: true as const, result: null };
      } catch (error) {
        return vaultFailure(error, "password");
      }
    },
    onDone: onConfirmed,
  });
  return (
    <Callout tone="brass" icon={<KeyRound aria-hidden="true" />} title={t("title")}>
      <p className="mb-3">{t("text")}</p>
      <KeyForm form={form}>
        <FormField form={form} name="password" label={t("masterPassword")}>
          {(control) => <PasswordInput {...control} invited={false} autoFocus />}
        </FormField>
        <SubmitButton form={form}>{confirm}</SubmitButton>
      </KeyForm>
    </Callout>
  );
}
