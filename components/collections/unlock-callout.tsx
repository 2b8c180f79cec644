"use client";

import { useTranslations } from "next-intl";
import { LockedCallout } from "@/components/vault/locked-callout";
import { useVault } from "@/components/vault/vault-provider";

/** Over a list whose names are sealed, while the vault is locked. */
export function UnlockCallout() {
  const t = useTranslations("collections");
  const { status } = useVault();
  if (status !== "locked") return null;
  return (
    <LockedCallout title={t("lockedTitle")} unlock={t("unlock")}>
      {t("lockedText")}
    </LockedCallout>
  );
}
