"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/forms/use-act";
import type { AccountRotationActions } from "@/components/rotation/account-rotation-actions";
import { RotateAccountDialog } from "@/components/rotation/rotate-account-dialog";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { useToast } from "@/components/ui/toast";
import type { AccountRotation } from "@/lib/operations/rotation/get-account";

type Props = { state: AccountRotation; actions: AccountRotationActions };

/** The account's own key: since when it is this one, and how it is replaced. */
export function AccountKeyCard({ state, actions }: Props) {
  const t = useTranslations("rotation");
  const { act, busy } = useAct();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { rotation, rotatedAt, createdAt } = state;
  const isOutdated = rotation !== null && rotation.next === null;
  const since = () => <DateTime value={rotatedAt ?? createdAt} show="date" />;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-muted">{t.rich(rotatedAt ? "rotated" : "account.first", { since })}</p>
      <p className="text-muted">{t("account.text")}</p>
      {rotation ? (
        <Callout tone="brass" title={t(isOutdated ? "outdated" : "own")}>
          {t.rich(isOutdated ? "account.outdatedText" : "ownText", {
            at: () => <DateTime value={rotation.begunAt} show="date and time" />,
          })}
        </Callout>
      ) : null}
      <div className="flex flex-wrap gap-2.5">
        <Button variant="quiet" onClick={() => setOpen(true)}>
          {t(isOutdated ? "beginAnew" : rotation ? "goOn" : "rotate")}
        </Button>
        {rotation ? (
          <Button
            variant="quiet"
            busy={busy}
            onClick={() =>
              void act(
                () => actions.cancel({}),
                () => toast.success(t("givenUp")),
              )
            }
          >
            {t("giveUp")}
          </Button>
        ) : null}
      </div>
      {open ? (
        <RotateAccountDialog begun={rotation} actions={actions} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  );
}
