"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import { recoveryWaits, type SetRecoveryWait } from "@/lib/domain/recovery/inputs";
import type { Act } from "@/lib/http/result";

const Chosen = z.object({ hours: z.string() });

type Props = { organizationId: string; hours: number; save: Act<z.input<typeof SetRecoveryWait>> };

/** How long a recovery waits while its member knows of it, for owners to decide. */
export function RecoveryWaitForm({ organizationId, hours, save }: Props) {
  const t = useTranslations("recovery.wait");
  const toast = useToast();
  const form = useActionForm({
    schema: Chosen,
    defaultValues: { hours: String(hours) },
    action: (chosen: z.output<typeof Chosen>) => save({ organizationId, hours: chosen.hours }),
    onDone: () => {
      toast.success(t("saved"));
    },
  });
  return (
    <div className="max-w-140">
      <Card title={t("title")}>
        <Form form={form}>
          <RadioGroup
            {...form.fields.register("hours")}
            legend={t("legend")}
            options={recoveryWaits.map((value) => ({
              value: String(value),
              label: t("hours", { hours: value }),
            }))}
          />
          <div>
            <SubmitButton form={form}>{t("save")}</SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
