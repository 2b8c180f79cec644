"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import type { FolderActions, ItemActions, OwnItemActions } from "@/components/items/item";
import { KeptVaultNotice } from "@/components/items/kept-vault-notice";
import { type MakeMine, MakeMyCollections } from "@/components/items/make-my-collections";
import { type AskedVault, openMyVault } from "@/components/items/open-my-vault";
import type { OpenedVault } from "@/components/items/open-vault";
import { VaultBrowser } from "@/components/items/vault-browser";
import { WaitingPlaces } from "@/components/join/waiting-places";
import { WithdrawnPlaces } from "@/components/join/withdrawn-places";
import type { CreateOwn } from "@/components/organizations/new-organization-form";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import { useKeepPage } from "@/components/vault/use-keep-page";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import type { Act } from "@/lib/http/result";
import type { WaitingPlace } from "@/lib/operations/account/list-waiting-places";
import type { WithdrawnPlace } from "@/lib/operations/account/list-withdrawn-places";

type Props = {
  sealed: AskedVault;
  /** What the person has accepted and is not confirmed for yet. */
  waiting: readonly WaitingPlace[];
  /** Which organizations have revoked their access. */
  withdrawn: readonly WithdrawnPlace[];
  /** What the person's organizations demand of them. */
  policies: readonly BindingPolicy[];
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
  const { sealed, waiting, withdrawn, policies, actions, collectionActions, account } = props;
  useKeepPage();
  const t = useTranslations("vault");
  const refusal = useTranslations("refusal");
  const refusedKey = ({ organizationId, name, problem }: OpenedVault["refusedKeys"][number]) => (
    <Callout key={organizationId} role="alert" tone="bad" title={t("refusedKey", { organization: name })}>
      {refusal(problem)}
    </Callout>
  );

  return (
    <Decrypted
      sealed={sealed}
      open={openMyVault}
      fallback={
        <>
          <PageHeader title={t("all")} account={account} />
          <PageBody>
            <TableSkeleton rows={8} />
          </PageBody>
        </>
      }
    >
      {({ revision, contents, owed, opened, at, isAway }) => (
        <VaultBrowser
          revision={revision}
          vault={opened}
          organizations={contents.memberships.filter(({ status }) => status === "confirmed")}
          canChange={!isAway}
          policies={policies}
          actions={actions}
          sealedCollections={contents.collections}
          collectionActions={collectionActions}
          notices={[
            isAway ? <KeptVaultNotice key="kept" at={at} /> : null,
            <MakeMyCollections key="own" owed={isAway ? [] : owed} make={actions.makeMyCollection} />,
            <WithdrawnPlaces key="withdrawn" places={withdrawn} />,
            <WaitingPlaces key="waiting" places={waiting} />,
            ...opened.refusedKeys.map(refusedKey),
          ]}
          account={account}
        />
      )}
    </Decrypted>
  );
}
