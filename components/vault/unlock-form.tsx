"use client";

import { Fingerprint, KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { z } from "zod";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useAct } from "@/components/forms/use-act";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { PasswordInput } from "@/components/ui/password-input";
import { KeyForm } from "@/components/vault/key-form";
import type { useUnlock } from "@/components/vault/use-unlock";

const Password = z.object({ password: z.string().min(1, { error: "required" }) });

type Props = {
  unlock: ReturnType<typeof useUnlock>;
  /** m in a dialog, l where it is the whole page. */
  size: "m" | "l";
  /** Beside or under the button. */
  children?: ReactNode;
};

/** Asks for the master password, and keeps asking while it is wrong. */
export function UnlockForm({
  unlock: { email, unlock, hasPasskey, unlockWithPasskey },
  size,
  children,
}: Props) {
  const t = useTranslations("common.vault");
  const { act, busy } = useAct();
  const form = useActionForm({ schema: Password, defaultValues: { password: "" }, action: unlock });
  return (
    <KeyForm form={form}>
      {/* For password managers, which want to know whose password it is. */}
      <input type="email" autoComplete="username" value={email ?? ""} readOnly hidden />
      <FormField form={form} name="password" label={t("masterPassword")}>
        {(control) => <PasswordInput {...control} size={size} autoFocus invited />}
      </FormField>
      <div className={size === "l" ? "flex flex-col gap-4" : "flex flex-wrap items-center gap-2.5"}>
        <SubmitButton form={form} size={size} wide={size === "l"} icon={<KeyRound aria-hidden="true" />}>
          {t("unlock")}
        </SubmitButton>
        {hasPasskey ? (
          <Button
            variant="quiet"
            size={size}
            wide={size === "l"}
            busy={busy}
            icon={<Fingerprint aria-hidden="true" />}
            onClick={() => void act(unlockWithPasskey)}
          >
            {t("passkey")}
          </Button>
        ) : null}
        {children}
      </div>
    </KeyForm>
  );
}
