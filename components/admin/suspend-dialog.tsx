"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { type ProviderActions, type ProviderRow, shownNameOf } from "@/components/admin/providers";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { SuspendProvider } from "@/lib/domain/provider/suspending";

const Typed = SuspendProvider.omit({ providerId: true });

type Props = { provider: ProviderRow; suspend: ProviderActions["suspend"]; onClose: () => void };

/** Suspends a provider with all of its clients, for a reason that its team reads. */
export function SuspendDialog({ provider, suspend, onClose }: Props) {
  const t = useTranslations("admin.suspendDialog");
  const toast = useToast();
  const name = shownNameOf(provider);
  const form = useActionForm({
    schema: Typed,
    defaultValues: { reason: "" },
    action: (typed: z.output<typeof Typed>) => suspend({ providerId: provider.id, ...typed }),
    onDone() {
      toast.success(t("done", { name }));
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name })}
      description={t("text", { clients: provider.clients })}
    >
      <Form form={form}>
        <FormField form={form} name="reason" label={t("reason")} hint={t("reasonHint")}>
          {(control) => <Textarea {...control} />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form} variant="danger">
            {t("confirm")}
          </SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
