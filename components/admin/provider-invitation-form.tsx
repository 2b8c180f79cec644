"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { InviteProviderAct, ProviderRow } from "@/components/admin/providers";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import { TypedEmail } from "@/lib/domain/addresses";
import { InviteProvider } from "@/lib/domain/provider/inputs";
import { seatLimit } from "@/lib/domain/provider/seats";

/** What is typed: a name may stand around the address. */
const Typed = InviteProvider.extend({ email: TypedEmail });

type Props = {
  /** The invitation that is changed; a new one begins empty. */
  known?: ProviderRow;
  send: InviteProviderAct;
  submit: string;
  /** Once it is sent, with the address as it was understood. */
  onSent: (email: string) => void;
};

/** Whom to invite, and to how many seats the provider commits itself. */
export function ProviderInvitationForm({ known, send, submit, onSent }: Props) {
  const t = useTranslations("admin.dialog");
  const terms = useTranslations("admin.termsDialog");
  const form = useActionForm({
    schema: Typed,
    defaultValues: {
      email: known?.ownerEmail ?? "",
      name: known?.name ?? "",
      teamsSeats: known?.minimums.teams_monthly ?? 0,
      enterpriseSeats: known?.minimums.enterprise_monthly ?? 0,
      discountPercent: known?.discountPercent ?? 0,
    },
    action: ({ name, ...rest }: z.output<typeof Typed>) => send({ name: name ?? "", ...rest }),
    onDone: (_result, { email }) => onSent(email),
  });
  return (
    <Form form={form}>
      <FormField form={form} name="email" label={t("email")}>
        {(control) => <Input {...control} type="email" />}
      </FormField>
      <FormField form={form} name="name" label={t("name")} hint={t("nameHint")} optional>
        {(control) => <Input {...control} />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField form={form} name="teamsSeats" label={t("teams")} hint={t("minimumHint")} numeric>
          {(control) => <NumberInput {...control} min={0} max={seatLimit} />}
        </FormField>
        <FormField form={form} name="enterpriseSeats" label={t("enterprise")} hint={t("minimumHint")} numeric>
          {(control) => <NumberInput {...control} min={0} max={seatLimit} />}
        </FormField>
      </div>
      <FormField
        form={form}
        name="discountPercent"
        label={terms("discount")}
        hint={terms("discountHint")}
        numeric
      >
        {(control) => <NumberInput {...control} min={0} max={100} />}
      </FormField>
      <DialogFooter>
        <SubmitButton form={form}>{submit}</SubmitButton>
        <DialogCancel />
      </DialogFooter>
    </Form>
  );
}
