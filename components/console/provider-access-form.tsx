"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { useToast } from "@/components/ui/toast";
import type { SetProviderAccess } from "@/lib/domain/organization/inputs";
import { type ProviderAccess, providerAccesses } from "@/lib/domain/organization/member";
import type { ActionResult } from "@/lib/http/result";

const Chosen = z.object({ access: z.enum(providerAccesses) });

type Props = {
  organizationId: string;
  provider: string;
  access: ProviderAccess;
  save: (input: z.input<typeof SetProviderAccess>) => Promise<ActionResult<unknown>>;
};

/** How far the provider is let in, for owners to decide. */
export function ProviderAccessForm({ organizationId, provider, access, save }: Props) {
  const t = useTranslations("console.settingsPage.access");
  const toast = useToast();
  const form = useActionForm({
    schema: Chosen,
    defaultValues: { access },
    action: (chosen: z.output<typeof Chosen>) => save({ organizationId, ...chosen }),
    onDone: () => {
      toast.success(t("saved"));
    },
  });
  const closes = access !== "closed" && form.fields.watch("access") === "closed";
  const [isAsking, setAsking] = useState(false);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (closes) setAsking(true);
    else await form.submit();
  };
  return (
    <Card title={t("title")}>
      <Form form={{ ...form, submit }}>
        <p className="text-muted">{t("text", { provider })}</p>
        <RadioGroup
          {...form.fields.register("access")}
          legend={t("legend", { provider })}
          options={providerAccesses.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
        <div>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </div>
      </Form>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("close.title", { provider })}
        confirm={t("close.confirm")}
        busy={form.busy}
        onConfirm={() => void form.submit().then(() => setAsking(false))}
      >
        {t("close.text")}
      </ConfirmDialog>
    </Card>
  );
}
