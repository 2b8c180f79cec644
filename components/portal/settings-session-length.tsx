"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import type { RuleActions } from "@/components/portal/settings-rules";
import { Card } from "@/components/ui/card";
import { NumberInput } from "@/components/ui/number-input";
import { useToast } from "@/components/ui/toast";
import { SetSessionLength } from "@/lib/domain/provider/inputs";
import { sessionHours } from "@/lib/domain/provider/session-length";

const Typed = SetSessionLength.omit({ providerId: true });

type Props = { providerId: string; hours: number; save: RuleActions["setSessionLength"] };

/** How long the provider's people stay logged in. */
export function SessionLengthCard({ providerId, hours, save }: Props) {
  const t = useTranslations("portal.settings.rules.session");
  const toast = useToast();
  const form = useActionForm({
    schema: Typed,
    defaultValues: { hours },
    action: (typed: z.output<typeof Typed>) => save({ providerId, ...typed }),
    onDone: () => {
      toast.success(t("saved"));
    },
  });
  return (
    <Card title={t("title")}>
      <Form form={form}>
        <p className="text-muted">{t("text")}</p>
        <FormField form={form} name="hours" label={t("hours")} hint={t("hoursHint", sessionHours)} numeric>
          {(control) => <NumberInput {...control} min={sessionHours.least} max={sessionHours.most} />}
        </FormField>
        <div>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
