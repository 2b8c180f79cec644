"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { once } from "@/components/forms/once";
import { useActionForm } from "@/components/forms/use-action-form";
import { PlanCards } from "@/components/organizations/plan-cards";
import { Input } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import { useToast } from "@/components/ui/toast";
import { sealing } from "@/components/vault/sealing";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { useVault } from "@/components/vault/vault-provider";
import { type CreateOrganization, NewOrganization } from "@/lib/domain/organization/creating";
import { seatLimit } from "@/lib/domain/provider/seats";
import type { Act } from "@/lib/http/result";
import { sealOwnOrganization } from "@/lib/vault/seal-client";

export type CreateOwn = Act<z.input<typeof CreateOrganization>, { existed: boolean }>;

/** An organization of one's own: this device makes its keys, and leads to its console. */
export function NewOrganizationForm({ create, onClose }: { create: CreateOwn; onClose: () => void }) {
  const t = useTranslations("organizations.new");
  const inClients = useTranslations("clients");
  const router = useRouter();
  const toast = useToast();
  const { withVault } = useVault();
  const { vault: memory } = useVaultKeeper();
  const [organizationId] = useState(() => crypto.randomUUID());
  const [makeKeys] = useState(() => once(sealOwnOrganization));

  const seal = (values: z.output<typeof NewOrganization>) =>
    sealing(
      withVault(async (vault) => {
        const collectionName = inClients("newDialog.defaultCollection");
        const { keys, known } = await makeKeys(vault, { organizationId, collectionName });
        return { organization: { ...values, organizationId, ...keys }, known };
      }),
    );
  const form = useActionForm({
    schema: NewOrganization,
    defaultValues: { plan: "teams_monthly" as const, name: "", seats: 1 },
    seal,
    action: async (sealed: Awaited<ReturnType<typeof seal>>) => {
      if (!sealed.ok) return sealed;
      const answer = await create(sealed.result.organization);
      if (answer.ok) await memory.remember(sealed.result.known);
      return answer;
    },
    onDone(_result, { name }) {
      toast.success(t("done", { name }));
      onClose();
      router.push(`/organizations/${organizationId}`);
    },
  });

  return (
    <Form form={form}>
      <p className="text-muted">{t("text")}</p>
      <FormField form={form} name="name" label={t("name")}>
        {(control) => <Input {...control} />}
      </FormField>
      <PlanCards field={form.fields.register("plan")} />
      <FormField form={form} name="seats" label={t("seats")} hint={t("seatsHint")} numeric>
        {(control) => <NumberInput {...control} min={1} max={seatLimit} />}
      </FormField>
      {form.busy ? (
        <p role="status" className="text-brass-text text-label">
          {t("sealing")}
        </p>
      ) : null}
      <DialogEnd form={form}>{t("submit")}</DialogEnd>
    </Form>
  );
}
