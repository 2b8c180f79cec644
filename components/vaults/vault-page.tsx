"use client";

import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ItemActions } from "@/components/ciphers/item";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { TableSkeleton } from "@/components/ui/table";
import { Decrypted } from "@/components/vault/decrypted";
import { type OpenedVault, openVault, type VaultContents } from "@/components/vaults/open-vault";
import { VaultBrowser } from "@/components/vaults/vault-browser";

type Props = { sealed: VaultContents; actions: ItemActions; account?: ReactNode };

/** The member's own vault, opened owner by owner. `VaultShell` shows it unlocked only. */
export function VaultPage({ sealed, actions, account }: Props) {
  const t = useTranslations("vault");
  const refusal = useTranslations("refusal");
  const waiting = sealed.memberships.filter((membership) => membership.status === "accepted");
  const organizations = sealed.memberships.filter((membership) => membership.status === "confirmed");
  const notices = waiting.map(({ organizationId, name }) => (
    <Callout key={organizationId} tone="warn" icon={<Hourglass aria-hidden="true" />} title={t("waiting")}>
      {t("waitingText", { organization: name })}
    </Callout>
  ));

  const refusedKey = ({ organizationId, name, problem }: OpenedVault["refusedKeys"][number]) => (
    <div key={organizationId} role="alert">
      <Callout tone="bad" title={t("refusedKey", { organization: name })}>
        {refusal(problem)}
      </Callout>
    </div>
  );

  return (
    <Decrypted
      sealed={sealed}
      open={openVault}
      fallback={
        <>
          <PageHeader title={t("all")} account={account} />
          <PageBody>
            <TableSkeleton rows={8} />
          </PageBody>
        </>
      }
    >
      {(vault) => (
        <VaultBrowser
          vault={vault}
          organizations={organizations}
          actions={actions}
          notices={[...notices, ...vault.refusedKeys.map(refusedKey)]}
          account={account}
        />
      )}
    </Decrypted>
  );
}
