"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { useProof } from "@/components/account/use-proof";
import { useAct } from "@/components/forms/use-act";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { holdServedOrganizationKey, KeyRefused } from "@/components/vault/hold-key";
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

  /** The user key is sealed to the public key that the organization's private one gives, and to no other. */
  const enrol = (organizationId: string) =>
    act(async () => {
      const sealed = await sealing(
        withVault(async (vault) => {
          const key = await actions.getKey({ organizationId });
          if (!key.ok) throw new KeyRefused(key.failure);
          await holdServedOrganizationKey(vault, organizationId, key.result);
          const userKeyForOrganization = await vault.enrol(
            "user",
            `organization:${organizationId}`,
            key.result,
          );
          return { organizationId, organizationKeyId: key.result.organizationKeyId, userKeyForOrganization };
        }),
      );
      return sealed.ok ? withProof(() => actions.enrol(sealed.result)) : sealed;
    });

  return (
    <div className="flex flex-col gap-3.5">
      <p className="text-muted">{t("text")}</p>
      {recoveries.map(({ organizationId, memberId, name, isEnrolled, isRequired, askedFor }) => (
        <div key={organizationId} className="flex flex-col items-start gap-2">
          <p className="font-strong">{name}</p>
          <p className="text-muted">{t(isEnrolled ? "enrolled" : isRequired ? "required" : "notEnrolled")}</p>
          {askedFor ? (
            <Callout
              tone="bad"
              title={t("asked")}
              action={
                <Button
                  size="s"
                  busy={busy}
                  onClick={() => void act(() => actions.takeBack({ organizationId, memberId }))}
                >
                  {t("takeBack")}
                </Button>
              }
            >
              {t.rich("askedText", { at: () => <DateTime value={askedFor} show="date and time" /> })}
            </Callout>
          ) : null}
          {isEnrolled && !isRequired ? (
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
            <Button size="s" variant="quiet" busy={busy} onClick={() => void enrol(organizationId)}>
              {t("enrol")}
            </Button>
          )}
        </div>
      ))}
      {dialog}
    </div>
  );
}
