"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { isCancelled } from "@/components/vaults/organization-vault";
import { useVault } from "@/components/vault/vault-provider";

/** Over a list whose names are sealed, while the vault is locked. */
export function UnlockCallout() {
  const t = useTranslations("collections");
  const { status, withVault } = useVault();
  if (status === "unlocked") return null;

  async function unlock() {
    try {
      await withVault(async () => {});
    } catch (error) {
      if (!isCancelled(error)) throw error;
    }
  }

  return (
    <Callout
      tone="brass"
      icon={<Lock aria-hidden="true" />}
      title={t("lockedTitle")}
      action={<Button onClick={unlock}>{t("unlock")}</Button>}
    >
      {t("lockedText")}
    </Callout>
  );
}
