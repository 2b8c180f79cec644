"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { DeletionConsequences } from "@/components/account/deletion-consequences";
import type { Prove } from "@/components/account/two-step-actions";
import { useProveTyped } from "@/components/account/use-prove-typed";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { useToast } from "@/components/ui/toast";
import { useLogOut } from "@/components/vault/use-log-out";
import type { DeletionFacts } from "@/lib/operations/account/get-deletion-facts";

type Props = { facts: DeletionFacts; email: string; deleteAccount: Prove };

/** The last step: the address typed by hand, and the master password. The browser is logged out afterwards. */
export function DeleteAccountForm({ facts, email, deleteAccount }: Props) {
  const t = useTranslations("account.deletion");
  const toast = useToast();
  const logOut = useLogOut();
  const Typed = z.object({
    email: z.string().refine((typed) => typed.trim().toLowerCase() === email, { error: "not_equal" }),
    password: z.string().min(1, { error: "required" }),
  });
  const form = useActionForm({
    schema: Typed,
    defaultValues: { email: "", password: "" },
    action: useProveTyped(deleteAccount),
    async onDone() {
      toast.success(t("done"));
      await logOut();
    },
  });
  return (
    <Form form={form}>
      <DeletionConsequences facts={facts} />
      <FormField form={form} name="email" label={t("typed", { email })}>
        {(control) => <Input {...control} autoCapitalize="none" spellCheck={false} />}
      </FormField>
      <FormField form={form} name="password" label={t("password")}>
        {(control) => <PasswordInput {...control} invited={false} />}
      </FormField>
      <DialogFooter>
        <SubmitButton form={form} variant="danger">
          {t("submit")}
        </SubmitButton>
        <DialogCancel />
      </DialogFooter>
    </Form>
  );
}
