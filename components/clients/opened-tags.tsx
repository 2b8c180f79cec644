"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { openTags, type SealedTags, type Tag } from "@/components/clients/tags";
import { Spinner } from "@/components/ui/spinner";
import { Decrypted } from "@/components/vault/decrypted";
import { LockedCallout } from "@/components/vault/locked-callout";
import { useVault } from "@/components/vault/vault-provider";

type Props = { sealed: SealedTags; children: (tags: readonly Tag[]) => ReactNode };

/** Tags by name, for dialogs. While the vault is locked, it asks to be unlocked. */
export function OpenedTags({ sealed, children }: Props) {
  const t = useTranslations("clients.tags");
  const { status } = useVault();
  const locked = (
    <LockedCallout title={t("locked")} unlock={t("unlock")} aside>
      {t("lockedText")}
    </LockedCallout>
  );
  return (
    <Decrypted
      sealed={sealed}
      open={openTags}
      fallback={status === "locked" ? locked : <Spinner />}
      failed={null}
    >
      {children}
    </Decrypted>
  );
}
