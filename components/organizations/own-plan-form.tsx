"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { PlanCards } from "@/components/organizations/plan-cards";
import { Card } from "@/components/ui/card";
import { NumberInput } from "@/components/ui/number-input";
import { useToast } from "@/components/ui/toast";
import type { SetOwnPlan } from "@/lib/domain/organization/creating";
import { type Plan, plans } from "@/lib/domain/organization/plans";
import { seatLimit } from "@/lib/domain/provider/seats";
import type { Act } from "@/lib/http/result";

type Props = {
  organizationId: string;
  plan: Plan;
  seats: number;
  used: number;
  save: Act<z.input<typeof SetOwnPlan>>;
};

/** Plan and seats of an organization without a provider. */
export function OwnPlanForm({ organizationId, plan, seats, used, save }: Props) {
  const t = useTranslations("organizations");
  const toast = useToast();
  const least = Math.max(1, used);
  const Typed = z.object({ plan: z.enum(plans), seats: z.int().min(least).max(seatLimit) });
  const form = useActionForm({
    schema: Typed,
    defaultValues: { plan, seats },
    action: (typed: z.output<typeof Typed>) => save({ organizationId, ...typed }),
    onDone() {
      toast.success(t("plan.saved"));
    },
  });
  return (
    <Card title={t("plan.title")}>
      <Form form={form}>
        <PlanCards field={form.fields.register("plan")} />
        <FormField
          form={form}
          name="seats"
          label={t("new.seats")}
          hint={t("plan.used", { count: used })}
          numeric
        >
          {(control) => <NumberInput {...control} min={least} max={seatLimit} />}
        </FormField>
        <div>
          <SubmitButton form={form}>{t("plan.save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
