"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Skeleton } from "@/components/ui/skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";
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
  const { status } = useVault();
  return (
    <Decrypted
      sealed={sealed}
      open={open}
      fallback={status === "locked" ? <Locked /> : <Skeleton height="120px" />}
      failed={null}
    >
      {children}
    </Decrypted>
  );
}

function Locked() {
  const t = useTranslations("blueprints");
  const unlock = useUnlockInPlace();
  return (
    <Callout
      tone="brass"
      icon={<Lock aria-hidden="true" />}
      title={t("locked")}
      action={<Button onClick={() => void unlock()}>{t("unlock")}</Button>}
    >
      {t("lockedText")}
    </Callout>
  );
}
