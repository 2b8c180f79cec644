"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { z } from "zod";
import { useMoney } from "@/components/billing/use-money";
import { usePercent } from "@/components/billing/use-percent";
import { BlueprintChoice } from "@/components/blueprints/blueprint-choice";
import type { ClientActions } from "@/components/clients/client-actions";
import { type SeatTotal, seatsOf } from "@/components/clients/clients";
import { createOrCorrectClient } from "@/components/clients/create-or-correct";
import { SeatForecast } from "@/components/clients/seat-forecast";
import { useHeldTotal } from "@/components/clients/use-held-total";
import { useNewNumbers } from "@/components/clients/use-new-numbers";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { once } from "@/components/forms/once";
import { useActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import { RadioCards } from "@/components/ui/radio-cards";
import { useToast } from "@/components/ui/toast";
import { useProviderKey } from "@/components/vault/use-provider-key";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { TypedEmail } from "@/lib/domain/addresses";
import { discounted } from "@/lib/domain/billing/discount";
import { monthlyCents } from "@/lib/domain/billing/prices";
import { planFacts, plans } from "@/lib/domain/organization/plans";
import { NewClient } from "@/lib/domain/provider/inputs";
import { mayAssign, numbersOfChange, seatLimit } from "@/lib/domain/provider/seats";
import { sealNewClient } from "@/lib/vault/seal-client";

/** What is typed: a name may stand around the address. */
const Typed = NewClient.extend({ ownerEmail: TypedEmail });

type Props = {
  providerId: string;
  totals: SeatTotal[];
  /** Whether they may purchase seats, or assign those of the minimum alone. */
  mayPurchase: boolean;
  actions: Pick<ClientActions, "create" | "correct" | "listBlueprints" | "askProviderKey">;
  onClose: () => void;
};

/** A new client: this device makes its keys, the server stores them sealed and invites the owner. */
export function NewClientForm({ providerId, totals, mayPurchase, actions, onClose }: Props) {
  const t = useTranslations("clients");
  const money = useMoney();
  const percent = usePercent();
  const toast = useToast();
  const askAnew = useNewNumbers();
  const withProviderKey = useProviderKey(providerId, actions.askProviderKey);
  const { vault: memory } = useVaultKeeper();
  const [organizationId] = useState(() => crypto.randomUUID());
  const [blueprintId, setBlueprintId] = useState("");
  const [isMade, setMade] = useState(false);
  const router = useRouter();
  const [makeKeys] = useState(() => once(sealNewClient));

  const seal = (values: z.output<typeof Typed>) =>
    withProviderKey(async (vault) => {
      const collectionName = t("newDialog.defaultCollection");
      const { keys, known } = await makeKeys(vault, providerId, { organizationId, collectionName });
      const { plan, seats } = values;
      const shown = numbersOfChange({ plan, from: 0, to: seats }, seatsOf(totals, plan));
      return { client: { ...values, providerId, organizationId, shown, ...keys }, known };
    });
  const form = useActionForm({
    schema: Typed,
    defaultValues: { plan: "teams_monthly" as const, name: "", ownerEmail: "", seats: 1 },
    seal,
    action: async (sealed: Awaited<ReturnType<typeof seal>>) => {
      if (!sealed.ok) return sealed;
      const answer = await askAnew(createOrCorrectClient(actions, sealed.result.client));
      if (answer.ok) await memory.remember(sealed.result.known);
      return answer;
    },
    onDone(_result, { name }) {
      setMade(true);
      toast.success(t("newDialog.done", { name }));
      onClose();
      if (blueprintId)
        router.push(`/providers/${providerId}/blueprints/${blueprintId}/apply?client=${organizationId}`);
    },
  });
  const [plan, seats] = form.fields.watch(["plan", "seats"]);
  const id = useId();
  const total = useHeldTotal(seatsOf(totals, plan), form.busy || isMade);
  const change = NewClient.shape.seats.safeParse(seats).data ?? null;
  const isOutOfReach = change !== null && !mayAssign(mayPurchase, total, change).allowed;
  function priceOf({ plan: of, discount }: SeatTotal) {
    if (discount === null) return;
    const price = money(discounted(monthlyCents[of], discount));
    return discount > 0
      ? t("newDialog.priceDiscounted", {
          price,
          percent: percent(discount),
        })
      : t("newDialog.price", { price });
  }

  return (
    <Form form={form}>
      <RadioCards
        legend={t("newDialog.plan")}
        options={plans.map((value) => ({
          value,
          label: t(`plans.${planFacts[value].tier}`),
          hint: priceOf(seatsOf(totals, value)),
        }))}
        // What was said of the seats is not so of another plan.
        {...form.fields.register("plan", { deps: ["seats"] })}
      />
      <FormField form={form} name="name" label={t("newDialog.name")}>
        {(control) => <Input {...control} />}
      </FormField>
      <FormField form={form} name="ownerEmail" label={t("newDialog.owner")} hint={t("newDialog.ownerHint")}>
        {(control) => <Input {...control} type="email" />}
      </FormField>
      <div className="flex flex-col gap-2">
        <FormField form={form} name="seats" label={t("newDialog.seats")} numeric>
          {(control) => <NumberInput {...control} min={1} max={seatLimit} />}
        </FormField>
        <SeatForecast id={id} total={total} change={change} mayPurchase={mayPurchase} />
      </div>
      <BlueprintChoice
        providerId={providerId}
        list={actions.listBlueprints}
        getKey={actions.askProviderKey}
        value={blueprintId}
        onChange={setBlueprintId}
      />
      {form.busy ? (
        <p role="status" className="text-brass-text text-label">
          {t("newDialog.sealing")}
        </p>
      ) : null}
      <DialogEnd form={form} blockedBy={isOutOfReach ? id : null}>
        {t("newDialog.submit")}
      </DialogEnd>
    </Form>
  );
}
