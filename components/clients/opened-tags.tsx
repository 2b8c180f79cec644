"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { openTags, type SealedTags, type Tag } from "@/components/clients/tags";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import { Decrypted } from "@/components/vault/decrypted";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";
import { useVault } from "@/components/vault/vault-provider";

type Props = { sealed: SealedTags; children: (tags: readonly Tag[]) => ReactNode };

/** Tags by name, for dialogs. While the vault is locked, it asks to be unlocked. */
export function OpenedTags({ sealed, children }: Props) {
  const t = useTranslations("clients.tags");
  const { status } = useVault();
  const unlock = useUnlockInPlace();
  const locked = (
    <Callout
      icon={<KeyRound aria-hidden="true" />}
      title={t("locked")}
      action={
        <Button variant="quiet" size="s" onClick={() => void unlock()}>
          {t("unlock")}
        </Button>
      }
    >
      {t("lockedText")}
    </Callout>
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
