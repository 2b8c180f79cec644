"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/forms/use-act";
import { RotateKeyDialog } from "@/components/rotation/rotate-key-dialog";
import type { RotationActions } from "@/components/rotation/rotation-actions";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { LinkButton } from "@/components/ui/link-button";
import { useToast } from "@/components/ui/toast";
import type { OrganizationRotation } from "@/lib/operations/rotation/get-organization";

type Props = {
  organizationId: string;
  organization: string;
  state: OrganizationRotation;
  /** How many people were removed and may still know passwords. */
  debts: number;
  actions: RotationActions;
};

/** The organization's key: since when it is this one, and how it is replaced. */
export function RotateKeyCard({ organizationId, organization, state, debts, actions }: Props) {
  const t = useTranslations("rotation");
  const { act, busy } = useAct();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { rotation, rotatedAt, createdAt } = state;
  const isOutdated = rotation?.isOutdated === true;
  const isOthers = rotation !== null && rotation.next === null;
  const since = () => <DateTime value={rotatedAt ?? createdAt} show="date" />;
  const giveUp = (rotationId: string) =>
    act(
      () => actions.cancel({ organizationId, rotationId }),
      () => toast.success(t("givenUp")),
    );

  return (
    <Card title={t("title")}>
      <div className="flex flex-col items-start gap-3.5">
        <p className="text-muted">{rotatedAt ? t.rich("rotated", { since }) : t.rich("first", { since })}</p>
        <p className="text-muted">{t("text")}</p>
        {rotation ? (
          <Callout
            tone={isOthers ? "info" : "brass"}
            title={isOutdated ? t("outdated") : t(isOthers ? "others" : "own", { who: rotation.begunBy })}
          >
            {t.rich(textOf(rotation), {
              at: () => <DateTime value={rotation.begunAt} show="date and time" />,
            })}
          </Callout>
        ) : null}
        <div className="flex flex-wrap gap-2.5">
          {rotation && !rotation.may.takeOver ? null : (
            <Button variant={rotation ? "primary" : "quiet"} onClick={() => setOpen(true)}>
              {t(rotation && !isOthers ? "goOn" : "rotate")}
            </Button>
          )}
          {rotation?.may.takeOver ? (
            <Button variant="quiet" busy={busy} onClick={() => void giveUp(rotation.id)}>
              {t("giveUp")}
            </Button>
          ) : null}
          {debts > 0 ? (
            <LinkButton href={`/organizations/${organizationId}/exposed`} variant="quiet">
              {t("exposed", { count: debts })}
            </LinkButton>
          ) : null}
        </div>
      </div>
      {open ? (
        <RotateKeyDialog
          organizationId={organizationId}
          organization={organization}
          begun={isOthers ? null : rotation}
          actions={actions}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}

function textOf({ isOutdated, canBeFinished, next, may }: NonNullable<OrganizationRotation["rotation"]>) {
  if (isOutdated) return "outdatedText";
  if (next !== null) return "ownText";
  if (!canBeFinished) return "unfinishable";
  return may.takeOver ? "abandoned" : "othersText";
}
