"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PersonRow } from "@/components/people/person-row";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { TemporaryPassword } from "@/components/recovery/temporary-password";
import { useRecovery } from "@/components/recovery/use-recovery";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";

type Props = {
  organizationId: string;
  memberId: string;
  who: string;
  actions: RecoveryActions;
  onClose: () => void;
};

/**
 * Sets a temporary master password for a member, and shows it once. Where nothing is remembered of their key, its phrase
 * is compared first.
 */
export function RecoverDialog({ organizationId, memberId, who, actions, onClose }: Props) {
  const t = useTranslations("recovery");
  const router = useRouter();
  const recovery = useRecovery({ organizationId, memberId }, actions);
  const { password, isDone, toCompare, isCompared, busy } = recovery;

  const close = () => {
    if (password) router.refresh();
    onClose();
  };

  return (
    <>
      <Dialog open onOpenChange={(open) => open || close()} title={t("dialogTitle", { who })} held={busy}>
        {password && !busy ? (
          <TemporaryPassword password={password} who={who} isSet={isDone} />
        ) : toCompare ? (
          <div className="flex flex-col gap-3.5">
            <Callout tone="warn" title={t("compare.title")}>
              {t("compare.text", { who })}
            </Callout>
            <ul>
              <PersonRow
                person={{ name: null, email: who, phrase: toCompare.phrase, known: false }}
                compared={isCompared}
                onCompared={recovery.setCompared}
                alone
              />
            </ul>
          </div>
        ) : (
          <ul className="flex list-disc flex-col gap-1.5 ps-5 text-muted">
            {(["password", "sessions", "told"] as const).map((what) => (
              <li key={what}>{t(`what.${what}`)}</li>
            ))}
          </ul>
        )}
        <DialogFooter>
          {isDone ? (
            <Button onClick={close}>{t("close")}</Button>
          ) : (
            <>
              <Button
                variant="danger"
                busy={busy}
                disabled={toCompare !== null && !isCompared}
                onClick={recovery.recover}
              >
                {t(password ? "again" : "recover")}
              </Button>
              <DialogCancel />
            </>
          )}
        </DialogFooter>
      </Dialog>
      {recovery.dialog}
    </>
  );
}
