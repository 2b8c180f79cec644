"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { useProof } from "@/components/account/use-proof";
import { useAct } from "@/components/forms/use-act";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { sealEnrolment } from "@/components/recovery/seal-enrolment";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { sealing } from "@/components/vault/sealing";
import { useVaultState } from "@/components/vault/vault-context";
import type { OrganizationTarget } from "@/lib/domain/organization/inputs";
import type { EnrolInRecovery } from "@/lib/domain/recovery/inputs";
import type { Act } from "@/lib/http/result";
import type { MyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";

type Props = {
  recoveries: MyRecoveries;
  actions: Pick<RecoveryActions, "prove" | "getKey" | "takeBack"> & {
    enrol: Act<z.input<typeof EnrolInRecovery>>;
    withdraw: Act<z.input<typeof OrganizationTarget>>;
  };
};

/** Which organizations can recover one's account, and how one enrols or withdraws. */
export function MyRecoveriesList({ recoveries, actions }: Props) {
  const t = useTranslations("recovery.mine");
  const { withVault } = useVaultState();
  const { withProof, dialog } = useProof(actions.prove);
  const { act, busy } = useAct();
  const [asked, setAsked] = useState<MyRecoveries[number] | null>(null);

  const enrol = (organizationId: string) =>
    act(
      async () => {
        const sealed = await sealing(
          withVault((vault) => sealEnrolment(vault, organizationId, actions.getKey)),
        );
        return sealed.ok ? withProof(() => actions.enrol(sealed.result)) : sealed;
      },
      () => setAsked(null),
    );

  return (
    <div className="flex flex-col gap-3.5">
      <p className="text-muted">{t("text")}</p>
      {recoveries.map((recovery) => {
        const { organizationId, memberId, name, isEnrolled, mayWithdraw, isOwed, askedFor } = recovery;
        return (
          <div key={organizationId} className="flex flex-col items-start gap-2">
            <p className="font-strong">{name}</p>
            <p className="text-muted">{t(isEnrolled ? "enrolled" : isOwed ? "required" : "notEnrolled")}</p>
            {askedFor ? (
              <Callout
                tone="bad"
                title={t("asked")}
                action={
                  <Button
                    size="s"
                    busy={busy}
                    onClick={() => {
                      const { askedBy, askedAt } = askedFor;
                      void act(() => actions.takeBack({ organizationId, memberId, askedBy, askedAt }));
                    }}
                  >
                    {t("takeBack")}
                  </Button>
                }
              >
                {t.rich("askedText", {
                  at: () => <DateTime value={askedFor.readyAt} show="date and time" />,
                })}
              </Callout>
            ) : null}
            {isEnrolled && mayWithdraw ? (
              <Button
                size="s"
                variant="quiet"
                busy={busy}
                onClick={() => void act(() => actions.withdraw({ organizationId }))}
              >
                {t("withdraw")}
              </Button>
            ) : null}
            {isEnrolled ? null : (
              <Button size="s" variant="quiet" busy={busy} onClick={() => setAsked(recovery)}>
                {t("enrol")}
              </Button>
            )}
          </div>
        );
      })}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => open || setAsked(null)}
        title={t("ask.title", { organization: asked?.name ?? "" })}
        confirm={t("enrol")}
        onConfirm={() => asked && void enrol(asked.organizationId)}
        tone="primary"
        busy={busy}
      >
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {(["can", "told", asked?.mayWithdraw === false ? "kept" : "withdraw"] as const).map((what) => (
            <li key={what}>{t(`ask.${what}`)}</li>
          ))}
        </ul>
      </ConfirmDialog>
      {dialog}
    </div>
  );
}
