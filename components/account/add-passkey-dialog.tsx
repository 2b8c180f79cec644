"use client";

import { useTranslations } from "next-intl";
import type { Codes, TwoStepActions } from "@/components/account/two-step-actions";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { type CreationOptions, makePasskey } from "@/components/vault/passkey-device";
import { AddPasskey } from "@/lib/domain/account/two-step";

type Props = {
  options: CreationOptions;
  add: TwoStepActions["addPasskey"];
  suggested: string;
  onDone: (codes: Codes) => void;
  onClose: () => void;
};

/** Names a passkey and has the browser make it. */
export function AddPasskeyDialog({ options, add, suggested, onDone, onClose }: Props) {
  const t = useTranslations("account.twoStep");
  const toast = useToast();
  const form = useActionForm({
    schema: AddPasskey.pick({ name: true }),
    defaultValues: { name: suggested },
    async action({ name }: { name: string }) {
      const made = await makePasskey(options);
      return made.ok ? add({ name, ...made.result }) : made;
    },
    onDone: (codes: Codes) => {
      toast.success(t("passkeyAdded"));
      onDone(codes);
    },
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("addPasskey")}>
      <Form form={form}>
        <p className="text-muted">{t("addPasskeyText")}</p>
        <FormField form={form} name="name" label={t("passkeyName")}>
          {(control) => <Input {...control} />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{t("passkeyAdd")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
