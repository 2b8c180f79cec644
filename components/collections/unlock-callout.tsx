"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";
import { useVault } from "@/components/vault/vault-provider";

/** Over a list whose names are sealed, while the vault is locked. */
export function UnlockCallout() {
  const t = useTranslations("collections");
  const { status } = useVault();
  const unlock = useUnlockInPlace();
  if (status !== "locked") return null;

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
