"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { z } from "zod";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow, SeatTotal } from "@/components/clients/clients";
import { SeatForecast } from "@/components/clients/seat-forecast";
import { useHeldTotal } from "@/components/clients/use-held-total";
import { useNewNumbers } from "@/components/clients/use-new-numbers";
import { DialogEnd } from "@/components/forms/dialog-end";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { NumberInput } from "@/components/ui/number-input";
import { useToast } from "@/components/ui/toast";
import { mayAssign, numbersOfChange, seatLimit } from "@/lib/domain/provider/seats";

type Props = {
  providerId: string;
  client: ClientRow;
  total: SeatTotal;
  mayPurchase: boolean;
  setSeats: ClientActions["setSeats"];
  onClose: () => void;
};

export function ClientSeatsForm({ providerId, client, total, mayPurchase, setSeats, onClose }: Props) {
  const t = useTranslations("clients.seatsDialog");
  const toast = useToast();
  const askAnew = useNewNumbers();
  const [isDone, setDone] = useState(false);
  const least = Math.max(1, client.used);
  const Typed = z.object({ seats: z.int().min(least).max(seatLimit) });
  const form = useActionForm({
    schema: Typed,
    defaultValues: { seats: client.assigned },
    action: ({ seats }: z.output<typeof Typed>) =>
      askAnew(
        setSeats({
          providerId,
          organizationId: client.id,
          seats,
          shown: numbersOfChange({ plan: client.plan, from: client.assigned, to: seats }, total),
        }),
      ),
    onDone(_result, { seats }) {
      setDone(true);
      toast.success(t("done", { name: client.name, count: seats }));
      onClose();
    },
  });
  const typed = Typed.shape.seats.safeParse(form.fields.watch("seats"));
  const change = typed.success ? typed.data - client.assigned : null;
  const id = useId();
  const before = useHeldTotal(total, form.busy || isDone);
  const isOutOfReach = change !== null && !mayAssign(mayPurchase, before, change).allowed;

  return (
    <Form form={form}>
      <div className="flex flex-col gap-2">
        <FormField form={form} name="seats" label={t("seats")} numeric>
          {(control) => <NumberInput {...control} min={least} max={seatLimit} />}
        </FormField>
        <SeatForecast id={id} total={before} change={change} mayPurchase={mayPurchase} used={client.used} />
      </div>
      <DialogEnd form={form} blockedBy={isOutOfReach ? id : null}>
        {t("save")}
      </DialogEnd>
    </Form>
  );
}
