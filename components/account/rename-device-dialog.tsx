"use client";

import { useTranslations } from "next-intl";
import type { SessionActions } from "@/components/account/session-row";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { RenameDevice } from "@/lib/domain/account/inputs";

type Props = {
  device: { deviceId: string; name: string };
  rename: SessionActions["rename"];
  onClose: () => void;
};

/** What a device is called, for its person to know it again. */
export function RenameDeviceDialog({ device: { deviceId, name }, rename, onClose }: Props) {
  const t = useTranslations("account.sessions");
  const toast = useToast();
  const form = useActionForm({
    schema: RenameDevice.pick({ name: true }),
    defaultValues: { name },
    action: (typed: { name: string | null }) => rename({ deviceId, name: typed.name ?? "" }),
    onDone: () => {
      toast.success(t("renamed"));
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("renameTitle")}>
      <Form form={form}>
        <FormField form={form} name="name" label={t("name")} hint={t("nameHint")} optional>
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
