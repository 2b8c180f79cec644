"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AskedSeatPlan } from "@/components/clients/asked-seat-plan";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { useBeginJob } from "@/components/clients/use-begin-job";
import { useSeatPlan } from "@/components/clients/use-seat-plan";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { confirmedOf } from "@/lib/domain/provider/bulk-seats";
import { SeatChange } from "@/lib/domain/provider/client-jobs";

type Props = {
  providerId: string;
  clients: readonly ClientRow[];
  mayPurchase: boolean;
  actions: Pick<ClientActions, "begin" | "askSeats">;
  onClose: () => void;
};

const modes = ["to", "more", "fewer"] as const;

/** Changes the seats of the selected clients. What it comes to is shown first, and only that is done. */
export function BulkSeatsDialog({ providerId, clients, mayPurchase, actions, onClose }: Props) {
  const t = useTranslations("clients.bulk.seatsDialog");
  const ids = clients.map(({ id }) => id);
  const { run, busy, problem, chooseAnew } = useBeginJob(providerId, clients, actions.begin);
  const [mode, setMode] = useState<(typeof modes)[number]>("more");
  const [typed, setTyped] = useState("5");

  const number = typed.trim() === "" ? Number.NaN : Number(typed);
  const change = SeatChange.safeParse(
    mode === "to" ? { mode, seats: number } : { mode: "by", seats: mode === "more" ? number : -number },
  );
  const isNumber = change.success && number > 0;
  const { asked, askAgain, planned, count } = useSeatPlan({
    ...{ providerId, organizationIds: ids, mayPurchase, askSeats: actions.askSeats },
    change: isNumber ? change.data : null,
  });

  async function send() {
    if (!planned || !change.success) return;
    const refused = await run({
      work: { kind: "seats", change: change.data },
      confirmed: confirmedOf(planned),
    });
    if (refused?.code === "seats_changed") await askAgain();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { count: clients.length })}
      size="l"
      held={busy}
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 md:grid-cols-2">
          <RadioGroup
            legend={t("what")}
            name="mode"
            value={mode}
            onChange={(event) => {
              chooseAnew();
              setMode(modes.find((one) => one === event.target.value) ?? "to");
            }}
            options={modes.map((value) => ({ value, label: t(value) }))}
          />
          <Field label={t("seats")} {...(isNumber ? {} : { error: t("number") })}>
            {(control) => (
              <NumberInput
                {...control}
                min={1}
                value={typed}
                onChange={(event) => {
                  chooseAnew();
                  setTyped(event.target.value);
                }}
              />
            )}
          </Field>
        </div>
        <AskedSeatPlan asked={asked} planned={planned} mayPurchase={mayPurchase} problem={problem} />
        <DialogFooter>
          <Button busy={busy} disabled={count === 0} onClick={() => void send()}>
            {t("action", { count })}
          </Button>
          <DialogCancel />
        </DialogFooter>
      </div>
    </Dialog>
  );
}
