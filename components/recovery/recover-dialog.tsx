"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProof } from "@/components/account/use-proof";
import { useAct } from "@/components/forms/use-act";
import { recoverAccount } from "@/components/recovery/recover-account";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/unsaved";
import { sealing } from "@/components/vault/sealing";
import { useVaultState } from "@/components/vault/vault-context";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  organizationId: string;
  memberId: string;
  who: string;
  actions: RecoveryActions;
  onClose: () => void;
};

/** Sets a temporary master password for a member, and shows it once. */
export function RecoverDialog({ organizationId, memberId, who, actions, onClose }: Props) {
  const t = useTranslations("recovery");
  const router = useRouter();
  const { withVault } = useVaultState();
  const { withProof, dialog } = useProof(actions.prove);
  const { act, busy } = useAct();
  const [password, setPassword] = useState<string | null>(null);
  const which = { organizationId, memberId };

  async function recoverOnce(): Promise<ActionResult<string>> {
    const member = await withProof(() => actions.open(which));
    if (!member.ok) return member;
    const made = await sealing(
      withVault((vault) => recoverAccount(vault, which, member.result, actions.getKey)),
    );
    if (!made.ok) return made;
    const answer = await withProof(() => actions.recover(made.result.send));
    return answer.ok ? { ok: true, result: made.result.password } : answer;
  }

  /** The account may change between the two requests. Then it is asked for anew, once. */
  async function recover() {
    const answer = await recoverOnce();
    return !answer.ok && answer.failure.code === "account_changed" ? recoverOnce() : answer;
  }

  const close = () => {
    if (password) router.refresh();
    onClose();
  };

  return (
    <>
      <Dialog open onOpenChange={(open) => open || close()} title={t("dialogTitle", { who })}>
        {password ? (
          <div className="flex flex-col gap-3.5">
            <ShownOnce />
            <Callout tone="ok" title={t("done")}>
              {t("tell", { who })}
            </Callout>
            <div className="flex items-center gap-2.5 rounded-control border bg-sunk px-3 py-2">
              <code className="wrap-anywhere flex-1 font-mono">{password}</code>
              <CopyButton label={t("copy")} value={password} />
            </div>
          </div>
        ) : (
          <ul className="flex list-disc flex-col gap-1.5 ps-5 text-muted">
            {(["password", "sessions", "told"] as const).map((what) => (
              <li key={what}>{t(`what.${what}`)}</li>
            ))}
          </ul>
        )}
        <DialogFooter>
          {password ? (
            <Button onClick={close}>{t("close")}</Button>
          ) : (
            <>
              <Button variant="danger" busy={busy} onClick={() => void act(recover, setPassword)}>
                {t("recover")}
              </Button>
              <DialogCancel />
            </>
          )}
        </DialogFooter>
      </Dialog>
      {dialog}
    </>
  );
}
