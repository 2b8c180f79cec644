"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SessionEnded } from "@/components/vault/session-ended";
import { useUnlock as useSession } from "@/components/vault/use-unlock";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";
import { useVault } from "@/components/vault/vault-provider";

/** Over a list whose names are sealed, while the vault is locked. */
export function UnlockCallout() {
  const { status } = useVault();
  return status === "locked" ? <Locked /> : null;
}

function Locked() {
  const t = useTranslations("collections");
  const unlock = useUnlockInPlace();
  const { hasNobody } = useSession();
  if (hasNobody) return <SessionEnded />;
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
