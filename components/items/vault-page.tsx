"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import type { FolderActions, ItemActions, OwnItemActions } from "@/components/items/item";
import { type MakeMine, MakeMyCollections } from "@/components/items/make-my-collections";
import { type OpenedVault, openVault, type VaultContents } from "@/components/items/open-vault";
import { VaultBrowser } from "@/components/items/vault-browser";
import { WaitingPlaces } from "@/components/join/waiting-places";
import { WithdrawnPlaces } from "@/components/join/withdrawn-places";
import type { CreateOwn } from "@/components/organizations/new-organization-form";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import type { Act } from "@/lib/http/result";
import type { WaitingPlace } from "@/lib/operations/account/list-waiting-places";
import type { WithdrawnPlace } from "@/lib/operations/account/list-withdrawn-places";
import type { SealedVault } from "@/lib/operations/item/get-my-vault";

type Props = {
  sealed: VaultContents;
  /** What the person has accepted and is not confirmed for yet. */
  waiting: readonly WaitingPlace[];
  /** Which organizations have revoked their access. */
  withdrawn: readonly WithdrawnPlace[];
  /** What the person's organizations demand of them. */
  policies: readonly BindingPolicy[];
  /** Collections of the person's own that are still to be made. */
  owed: SealedVault["owed"];
  actions: ItemActions &
    OwnItemActions &
    FolderActions & {
      openBanner: Act<{ organizationId: string }>;
      makeMyCollection: MakeMine;
      createOrganization: CreateOwn;
    };
  collectionActions: OneCollectionActions;
  account?: ReactNode;
};

/** The member's own vault, opened owner by owner. `VaultShell` shows it unlocked only. */
export function VaultPage(props: Props) {
  const { sealed, waiting, withdrawn, policies, owed, actions, collectionActions, account } = props;
  const t = useTranslations("vault");
  const refusal = useTranslations("refusal");
  const organizations = sealed.memberships.filter((membership) => membership.status === "confirmed");
  const refusedKey = ({ organizationId, name, problem }: OpenedVault["refusedKeys"][number]) => (
    <Callout key={organizationId} role="alert" tone="bad" title={t("refusedKey", { organization: name })}>
      {refusal(problem)}
    </Callout>
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
          policies={policies}
          actions={actions}
          sealedCollections={sealed.collections}
          collectionActions={collectionActions}
          notices={[
            <MakeMyCollections key="own" owed={owed} make={actions.makeMyCollection} />,
            <WithdrawnPlaces key="withdrawn" places={withdrawn} />,
            <WaitingPlaces key="waiting" places={waiting} />,
            ...vault.refusedKeys.map(refusedKey),
          ]}
          account={account}
        />
      )}
    </Decrypted>
  );
}
