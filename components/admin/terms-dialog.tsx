"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { type ProviderActions, type ProviderRow, shownNameOf } from "@/components/admin/providers";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { NumberInput } from "@/components/ui/number-input";
import { useToast } from "@/components/ui/toast";
import type { Plan } from "@/lib/domain/organization/plans";
import { ProviderTerms } from "@/lib/domain/provider/inputs";
import { purchasedSeats, seatLimit, withMinimum } from "@/lib/domain/provider/seats";

type Props = { provider: ProviderRow; change: ProviderActions["changeTerms"]; onClose: () => void };

/** To how many seats a provider commits itself, and what it pays less. */
export function TermsDialog({ provider, change, onClose }: Props) {
  const t = useTranslations("admin.termsDialog");
  const labels = useTranslations("admin.dialog");
  const toast = useToast();
  const name = shownNameOf(provider);
  const shown = {
    teamsSeats: provider.minimums.teams_monthly ?? 0,
    enterpriseSeats: provider.minimums.enterprise_monthly ?? 0,
    discountPercent: provider.discountPercent,
  };
  const form = useActionForm({
    schema: ProviderTerms,
    defaultValues: shown,
    action: (terms: z.output<typeof ProviderTerms>) => change({ providerId: provider.id, shown, ...terms }),
    onDone() {
      toast.success(t("saved", { name }));
      onClose();
    },
  });
  const [teams, enterprise] = form.fields.watch(["teamsSeats", "enterpriseSeats"]);
  const hintOf = (plan: Plan, minimum: number) => {
    if (!ProviderTerms.shape.teamsSeats.safeParse(minimum).success) return null;
    const assigned = provider.assigned[plan] ?? 0;
    const after = withMinimum({ minimum, assigned }, minimum);
    return t("assigned", { assigned, purchased: purchasedSeats(after) });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name })}
      description={t("text")}
    >
      <Form form={form}>
        <FormField
          form={form}
          name="teamsSeats"
          label={labels("teams")}
          hint={hintOf("teams_monthly", teams)}
          numeric
        >
          {(control) => <NumberInput {...control} min={0} max={seatLimit} />}
        </FormField>
        <FormField
          form={form}
          name="enterpriseSeats"
          label={labels("enterprise")}
          hint={hintOf("enterprise_monthly", enterprise)}
          numeric
        >
          {(control) => <NumberInput {...control} min={0} max={seatLimit} />}
        </FormField>
        <FormField form={form} name="discountPercent" label={t("discount")} hint={t("discountHint")} numeric>
          {(control) => <NumberInput {...control} min={0} max={100} />}
        </FormField>
        <DialogFooter>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
