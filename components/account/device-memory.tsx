"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { KeyFailure } from "@/components/vault/key-failure";
import { sealing } from "@/components/vault/sealing";
import { useVaultKeeper } from "@/components/vault/vault-context";
import { useVault } from "@/components/vault/vault-provider";
import type { Failure } from "@/lib/http/result";

/** The way out where this device remembers keys that it cannot open any more: its person has it forget them. */
export function DeviceMemory() {
  const t = useTranslations("account.device.memory");
  const toast = useToast();
  const { withVault } = useVault();
  const { vault } = useVaultKeeper();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** Unlocks first: what does not open is known only with the keys. */
  async function ask() {
    try {
      await withVault(async () => setOpen(true));
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  }

  async function forget() {
    setBusy(true);
    const forgotten = await sealing(vault.forgetUnreadable());
    setBusy(false);
    if (!forgotten.ok) return setFailure(forgotten.failure);
    setOpen(false);
    toast.success(t("done", { count: forgotten.result }));
  }

  return (
    <div className="flex flex-col items-start gap-2.5">
      <p className="text-muted">{t("text")}</p>
      <Button variant="quiet" onClick={() => void ask()}>
        {t("forget")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          setFailure(null);
        }}
        title={t("title")}
        confirm={t("confirm")}
        onConfirm={() => void forget()}
        busy={busy}
        failure={failure ? <KeyFailure failure={failure} /> : undefined}
      >
        {t("warning")}
      </ConfirmDialog>
    </div>
  );
}
