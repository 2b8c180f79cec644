"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import { useToast } from "@/components/ui/toast";
import { TypedEmail } from "@/lib/domain/addresses";
import { InviteProvider } from "@/lib/domain/provider/inputs";
import { seatLimit } from "@/lib/domain/provider/seats";
import type { ActionResult } from "@/lib/http/result";

/** What is typed: a name may stand around the address. */
const Typed = InviteProvider.extend({ email: TypedEmail });

export type InviteProviderAct = (input: z.input<typeof InviteProvider>) => Promise<ActionResult<unknown>>;

export function InviteProviderForm({ invite, onClose }: { invite: InviteProviderAct; onClose: () => void }) {
  const t = useTranslations("admin.dialog");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: { email: "", name: "", teamsSeats: 0, enterpriseSeats: 0 },
    action: ({ name, ...rest }: z.output<typeof Typed>) => invite({ name: name ?? "", ...rest }),
    onDone(_result, { email }) {
      toast.success(t("sent", { email }));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <FormField form={form} name="email" label={t("email")}>
        {(control) => <Input {...control} type="email" autoComplete="off" />}
      </FormField>
      <FormField form={form} name="name" label={t("name")} hint={t("nameHint")} optional>
        {(control) => <Input {...control} autoComplete="off" />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="teamsSeats" label={t("teams")} hint={t("minimumHint")} numeric>
          {(control) => <NumberInput {...control} min={0} max={seatLimit} />}
        </FormField>
        <FormField form={form} name="enterpriseSeats" label={t("enterprise")} hint={t("minimumHint")} numeric>
          {(control) => <NumberInput {...control} min={0} max={seatLimit} />}
        </FormField>
      </div>
      <DialogFooter>
        <SubmitButton form={form}>{t("send")}</SubmitButton>
        <DialogCancel />
      </DialogFooter>
    </Form>
  );
}
