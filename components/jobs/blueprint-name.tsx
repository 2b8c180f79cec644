"use client";

import { useTranslations } from "next-intl";
import { Decrypted } from "@/components/vault/decrypted";
import { type AskProviderKey, holdProviderKey } from "@/components/vault/hold-key";
import type { EncString } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/** The name of a blueprint as a page was served it. */
type SealedName = { providerId: string; getKey: AskProviderKey; name: EncString };

async function openName(vault: Vault, { providerId, getKey, name }: SealedName): Promise<string | null> {
  await holdProviderKey(vault, providerId, getKey);
  const [opened] = await vault.openTexts(`provider:${providerId}`, [name]);
  return opened ?? null;
}

/** What a blueprint is called, once the vault is open. */
export function BlueprintName({ sealed }: { sealed: SealedName }) {
  const t = useTranslations("blueprints");
  const jobs = useTranslations("clients.jobs");
  const fallback = <span className="text-muted">{jobs("blueprintSealed")}</span>;
  return (
    <Decrypted sealed={sealed} open={openName} fallback={fallback} failed={null}>
      {(name) => <span className="wrap-anywhere">{name ?? t("unreadable")}</span>}
    </Decrypted>
  );
}
