"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useAsked } from "@/components/forms/use-asked";
import { PlanCards } from "@/components/organizations/plan-cards";
import { PlanPreview } from "@/components/organizations/plan-preview";
import { Card } from "@/components/ui/card";
import { NumberInput } from "@/components/ui/number-input";
import { useToast } from "@/components/ui/toast";
import type { PreviewOwnPlan, SetOwnPlan } from "@/lib/domain/organization/creating";
import { type Plan, plans } from "@/lib/domain/organization/plans";
import { seatLimit } from "@/lib/domain/provider/seats";
import type { Act, ActionResult } from "@/lib/http/result";
import type { OwnPlanPreview } from "@/lib/operations/organization/preview-own-plan";

type Props = {
  organizationId: string;
  plan: Plan;
  seats: number;
  used: number;
  save: Act<z.input<typeof SetOwnPlan>, { revoked: number }>;
  preview: (input: z.input<typeof PreviewOwnPlan>) => Promise<ActionResult<OwnPlanPreview>>;
};

/** Plan and seats of an organization without a provider. */
export function OwnPlanForm({ organizationId, plan, seats, used, save, preview }: Props) {
  const t = useTranslations("organizations");
  const toast = useToast();
  const least = Math.max(1, used);
  const Typed = z.object({ plan: z.enum(plans), seats: z.int().min(least).max(seatLimit) });
  const form = useActionForm({
    schema: Typed,
    defaultValues: { plan, seats },
    action: send,
    onDone({ revoked }) {
      toast.success(revoked > 0 ? t("plan.savedRevoked", { count: revoked }) : t("plan.saved"));
    },
  });
  const wanted = form.fields.watch("plan");
  const { answer, askAgain } = useAsked(
    // Also of the present plan: somebody else may have changed it since the page was loaded.
    useCallback(() => preview({ organizationId, plan: wanted }), [organizationId, wanted, preview]),
  );
  const shown = answer?.ok ? answer.result : null;

  async function send(typed: z.output<typeof Typed>) {
    const done = await save({ organizationId, ...typed, ...(shown && { preview: shown.mark }) });
    // Somebody else has changed something: what would be done now is shown.
    if (!done.ok) askAgain();
    return done;
  }
  return (
    <Card title={t("plan.title")}>
      <Form form={form}>
        <PlanCards field={form.fields.register("plan")} />
        <section aria-live="polite" className="empty:hidden">
          {wanted === plan && !shown ? null : <PlanPreview answer={answer} askAgain={askAgain} />}
        </section>
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
          <SubmitButton form={form} disabled={wanted !== plan && !shown}>
            {t("plan.save")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
