"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProof } from "@/components/account/use-proof";
import { useAct } from "@/components/forms/use-act";
import { PersonRow } from "@/components/people/person-row";
import { recoverAccount } from "@/components/recovery/recover-account";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/unsaved";
import { sealing } from "@/components/vault/sealing";
import { useVaultState } from "@/components/vault/vault-context";
import type { PublicKey } from "@/lib/crypto/types";
import type { ActionResult } from "@/lib/http/result";
import type { OpenedRecovery } from "@/lib/operations/recovery/open-recovery";

type Props = {
  organizationId: string;
  memberId: string;
  who: string;
  actions: RecoveryActions;
  onClose: () => void;
};

/** The key that was handed out for the member, and its phrase. */
type ToCompare = { publicKey: PublicKey; phrase: string };

async function phraseOf({ publicKey, person }: OpenedRecovery): Promise<ToCompare> {
  // The list of words is 60 kB: it is loaded when somebody compares.
  const { fingerprintPhrase } = await import("@/lib/crypto/fingerprint");
  return { publicKey, phrase: fingerprintPhrase(person.userId, publicKey) };
}

/**
 * Sets a temporary master password for a member, and shows it once. Where nothing is remembered of their key, its phrase
 * is compared first.
 */
export function RecoverDialog({ organizationId, memberId, who, actions, onClose }: Props) {
  const t = useTranslations("recovery");
  const router = useRouter();
  const { withVault } = useVaultState();
  const { withProof, dialog } = useProof(actions.prove);
  const { act, busy } = useAct();
  const [password, setPassword] = useState<string | null>(null);
  const [toCompare, setToCompare] = useState<ToCompare | null>(null);
  const [isCompared, setCompared] = useState(false);
  const which = { organizationId, memberId };

  async function recoverOnce(): Promise<ActionResult<string | null>> {
    const member = await withProof(() => actions.open(which));
    if (!member.ok) return member;
    const made = await sealing(
      withVault((vault) =>
        recoverAccount(
          vault,
          which,
          member.result,
          actions.getKey,
          isCompared ? (toCompare?.publicKey ?? null) : null,
        ),
      ),
    );
    if (!made.ok) return made;
    if (made.result === null) {
      setCompared(false);
      setToCompare(await phraseOf(member.result));
      return { ok: true, result: null };
    }
    const { send, password } = made.result;
    const answer = await withProof(() => actions.recover(send));
    return answer.ok ? { ok: true, result: password } : answer;
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
        ) : toCompare ? (
          <div className="flex flex-col gap-3.5">
            <Callout tone="warn" title={t("compare.title")}>
              {t("compare.text", { who })}
            </Callout>
            <ul>
              <PersonRow
                person={{ name: null, email: who, phrase: toCompare.phrase, known: false }}
                compared={isCompared}
                onCompared={setCompared}
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
          {password ? (
            <Button onClick={close}>{t("close")}</Button>
          ) : (
            <>
              <Button
                variant="danger"
                busy={busy}
                disabled={toCompare !== null && !isCompared}
                onClick={() => void act(recover, setPassword)}
              >
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
