"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import { LockedCallout } from "@/components/vault/locked-callout";
import { useVault } from "@/components/vault/vault-provider";
import type { Vault } from "@/lib/vault/vault";

type Props<Sealed extends object, Opened> = {
  /** As it came in the props of a page. */
  sealed: Sealed;
  open: (vault: Vault, sealed: Sealed) => Promise<Opened>;
  children: (opened: Opened) => ReactNode;
};

/** What is sealed under the provider's key, opened. While the vault is locked, it asks to be unlocked. */
export function OpenedOnUnlock<Sealed extends object, Opened>({
  sealed,
  open,
  children,
}: Props<Sealed, Opened>) {
  const t = useTranslations("blueprints");
  const { status } = useVault();
  const locked = (
    <LockedCallout title={t("locked")} unlock={t("unlock")}>
      {t("lockedText")}
    </LockedCallout>
  );
  return (
    <Decrypted
      sealed={sealed}
      open={open}
      fallback={status === "locked" ? locked : <Skeleton height="120px" />}
      failed={null}
    >
      {children}
    </Decrypted>
  );
}
