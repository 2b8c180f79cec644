"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { Cancelled } from "@/components/forms/cancelled";
import { FormField } from "@/components/forms/form-field";
import { reach } from "@/components/forms/reach";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import type { AccountRotationActions } from "@/components/rotation/account-rotation-actions";
import { Damaged } from "@/components/rotation/damaged";
import { rotateAccount } from "@/components/rotation/rotate-account";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { PasswordInput } from "@/components/ui/password-input";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useToast } from "@/components/ui/toast";
import { KeyRefused } from "@/components/vault/hold-key";
import { KeyForm } from "@/components/vault/key-form";
import { useVaultKeeper, useVaultState } from "@/components/vault/vault-context";
import { vaultFailure } from "@/components/vault/vault-failure";
import type { ActionResult } from "@/lib/http/result";
import type { AccountRotation } from "@/lib/operations/rotation/get-account";
import type { Damage, LeftBehind, Progress, Staged } from "@/lib/vault/run-rotation";

const Typed = z.object({ password: z.string().min(1, { error: "required" }) });

type Props = {
  begun: AccountRotation["rotation"];
  actions: AccountRotationActions;
  onClose: () => void;
};

/** Asks for the master password, replaces the account's key, and leads to the log-in: every session has ended. */
export function RotateAccountDialog({ begun, actions, onClose }: Props) {
  const t = useTranslations("rotation");
  const router = useRouter();
  const toast = useToast();
  const { readKeys } = useVaultKeeper();
  const { withVault, lock } = useVaultState();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [damaged, setDamaged] = useState<readonly Damage[]>([]);
  const [leftBehind, setLeftBehind] = useState<LeftBehind>(new Set());
  const stop = useRef<AbortController | null>(null);
  // Nobody goes on with it any more: the next try makes another next key.
  const isOver = useRef(false);
  // Whoever leads the page elsewhere does not go on to the switch, which ends every session. What is staged stays.
  useEffect(() => () => stop.current?.abort(), []);

  async function rotate({ password }: { password: string }): Promise<ActionResult<Staged>> {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const keys = await reach(readKeys({}));
    if (!keys.ok) return keys;
    try {
      const staged = await withVault((vault) =>
        rotateAccount(
          vault,
          { keys: keys.result, password },
          isOver.current ? null : begun,
          actions,
          setProgress,
          signal,
          leftBehind,
        ),
      );
      return { ok: true, result: staged };
    } catch (error) {
      if (signal.aborted) throw new Cancelled();
      setProgress(null);
      if (error instanceof KeyRefused) {
        if (error.failure.code === "rotation_outdated") isOver.current = true;
        return { ok: false, failure: error.failure };
      }
      return vaultFailure(error, "password");
    }
  }

  const form = useActionForm({
    schema: Typed,
    defaultValues: { password: "" },
    action: rotate,
    onDone: (staged) => {
      if (!staged.ok) return setDamaged(staged.damaged);
      lock();
      toast.success(t("account.done"), t("account.doneText"));
      router.push("/log-in");
    },
  });

  /** Back to the master password, which is asked for again. */
  function leaveBehind() {
    setLeftBehind(new Set([...leftBehind, ...damaged.map(({ id }) => id)]));
    setDamaged([]);
    setProgress(null);
  }

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("account.dialogTitle")}>
      {damaged.length > 0 ? (
        <>
          <Damaged damaged={damaged} leaveBehind={leaveBehind} />
          <DialogFooter>
            <DialogCancel>{t("close")}</DialogCancel>
          </DialogFooter>
        </>
      ) : (
        <KeyForm form={form}>
          <ul className="flex list-disc flex-col gap-1.5 ps-5 text-muted">
            {(["sealed", "sessions", "recovery"] as const).map((what) => (
              <li key={what}>{t(`account.what.${what}`)}</li>
            ))}
          </ul>
          {leftBehind.size > 0 ? (
            <Callout tone="warn" title={t("lost.chosen", { count: leftBehind.size })} />
          ) : null}
          <FormField form={form} name="password" label={t("account.password")}>
            {(control) => <PasswordInput {...control} autoFocus invited={false} />}
          </FormField>
          {progress ? (
            <ProgressBar done={progress.staged} total={Math.max(1, progress.total)} doing={t("sealing")} />
          ) : null}
          <DialogFooter>
            <SubmitButton form={form}>{t("account.replace")}</SubmitButton>
            <DialogCancel />
          </DialogFooter>
        </KeyForm>
      )}
    </Dialog>
  );
}
