"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import type { ClientActions } from "@/components/clients/client-actions";
import { SeatForecast } from "@/components/clients/seat-forecast";
import { StepLead } from "@/components/clients/step-lead";
import { useSealForProvider } from "@/components/clients/use-seal-for-provider";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DescriptionRow } from "@/components/ui/description-row";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { planFacts } from "@/lib/domain/organization/plans";
import type { LinkableOrganization } from "@/lib/operations/client/list-linkable";

type Props = {
  providerId: string;
  providerName: string;
  organization: LinkableOrganization;
  discount: number | null;
  actions: Pick<ClientActions, "link" | "askProviderKey" | "askOrganizationKey">;
  /** To be called when the numbers are others by now. */
  onChanged: () => Promise<void>;
  onBack: () => void;
  onClose: () => void;
};

const nothingTyped = z.object({});

/** What adding an organization comes to. Its key is sealed for the provider on this device. */
export function LinkForm(props: Props) {
  const { providerId, providerName, organization, discount, actions, onChanged, onBack, onClose } = props;
  const { id: organizationId, name, plan, seats, used, numbers, seatsOfPlan } = organization;
  const t = useTranslations("clients");
  const toast = useToast();
  const { seal, renew } = useSealForProvider({ providerId, organizationId }, actions);
  const form = useActionForm({
    schema: nothingTyped,
    defaultValues: {},
    seal: (_nothing: Record<string, never>) => seal(),
    action: async (sealed: Awaited<ReturnType<typeof seal>>) => {
      if (!sealed.ok) return sealed;
      const answer = await actions.link({ providerId, organizationId, shown: numbers, ...sealed.result });
      if (!answer.ok && answer.failure.code === "seats_changed") await onChanged();
      return answer.ok ? answer : renew(answer);
    },
    onDone() {
      toast.success(t("existing.done", { name }));
      onClose();
    },
  });

  return (
    <Form form={form}>
      <StepLead focused>{t("existing.question", { name, provider: providerName })}</StepLead>
      <dl className="grid gap-3 md:grid-cols-2">
        <DescriptionRow label={t("existing.name")}>{name}</DescriptionRow>
        <DescriptionRow label={t("columns.plan")}>{t(`plans.${planFacts[plan].tier}`)}</DescriptionRow>
        <DescriptionRow label={t("columns.assigned")}>{seats}</DescriptionRow>
        <DescriptionRow label={t("columns.used")}>{used}</DescriptionRow>
      </dl>
      {seatsOfPlan ? (
        <SeatForecast total={{ plan, ...seatsOfPlan, discount }} change={seats} mayPurchase />
      ) : null}
      {organization.isProbablyTheTeams ? (
        <Callout tone="warn" title={t("existing.ownTitle")}>
          {t("existing.ownText", { provider: providerName })}
        </Callout>
      ) : null}
      <ul className="flex list-disc flex-col gap-1 ps-5">
        <li>{t("existing.access", { provider: providerName })}</li>
        <li>{t("existing.bills", { provider: providerName })}</li>
        <li>{t("existing.owners")}</li>
        <li>{t("existing.back")}</li>
      </ul>
      <DialogFooter>
        <SubmitButton form={form}>{t("existing.submit")}</SubmitButton>
        <Button variant="quiet" disabled={form.busy} onClick={onBack}>
          {t("existing.others")}
        </Button>
        <DialogCancel />
      </DialogFooter>
    </Form>
  );
}
