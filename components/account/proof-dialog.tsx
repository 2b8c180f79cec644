"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import type { Prove } from "@/components/account/two-step-actions";
import { useProveTyped } from "@/components/account/use-prove-typed";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { PasswordInput } from "@/components/ui/password-input";
import { KeyForm } from "@/components/vault/key-form";

const Typed = z.object({ password: z.string().min(1, { error: "required" }) });

type Props = { prove: Prove; onAnswer: (isProven: boolean) => void };

/** Asks a logged-in person for the master password once more. The server is shown a proof of it. */
export function ProofDialog({ prove, onAnswer }: Props) {
  const t = useTranslations("account.twoStep");
  const form = useActionForm({
    schema: Typed,
    defaultValues: { password: "" },
    action: useProveTyped(prove),
    onDone: () => onAnswer(true),
  });

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onAnswer(false)}
      title={t("proofTitle")}
      description={t("proofText")}
    >
      <KeyForm form={form}>
        <FormField form={form} name="password" label={t("password")}>
          {(control) => <PasswordInput {...control} autoFocus invited={false} />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{t("proof")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </KeyForm>
    </Dialog>
  );
}
