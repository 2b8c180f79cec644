"use client";

import { useTranslations } from "next-intl";
import type { TwoStepActions } from "@/components/account/two-step-actions";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { RenamePasskey } from "@/lib/domain/account/passkey";

type Props = {
  passkey: { id: string; name: string };
  rename: TwoStepActions["renamePasskey"];
  onClose: () => void;
};

/** What a passkey is called, for its person to tell several apart. */
export function RenamePasskeyDialog({ passkey: { id, name }, rename, onClose }: Props) {
  const t = useTranslations("account.twoStep");
  const toast = useToast();
  const form = useActionForm({
    schema: RenamePasskey.pick({ name: true }),
    defaultValues: { name },
    action: (typed: { name: string }) => rename({ passkeyId: id, ...typed }),
    onDone: () => {
      toast.success(t("renamed"));
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("renameTitle")}>
      <Form form={form}>
        <FormField form={form} name="name" label={t("passkeyName")}>
          {(control) => <Input {...control} autoComplete="off" />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
