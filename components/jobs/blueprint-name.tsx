"use client";

import { useTranslations } from "next-intl";
import { Decrypted } from "@/components/vault/decrypted";
import { type OfProvider, openProviderNames } from "@/components/vault/provider-names";
import type { EncString } from "@/lib/crypto/types";
import type { Vault } from "@/lib/vault/vault";

/** The name of a blueprint as a page was served it. */
type SealedName = OfProvider & { name: EncString };

async function openName(vault: Vault, { name, ...of }: SealedName): Promise<string | null> {
  const [opened] = await openProviderNames(vault, of, [{ name }]);
  return opened?.name ?? null;
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
