"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OneCollectionActions } from "@/components/collections/collection-actions";
import type { FolderActions, ItemActions, OwnItemActions } from "@/components/items/item";
import { KeptVaultNotice } from "@/components/items/kept-vault-notice";
import { type MakeMine, MakeMyCollections } from "@/components/items/make-my-collections";
import type { AskedVault } from "@/components/items/my-vault";
import { openMyVault } from "@/components/items/open-my-vault";
import type { OpenedVault } from "@/components/items/open-vault";
import { VaultBrowser } from "@/components/items/vault-browser";
import { WaitingPlaces } from "@/components/join/waiting-places";
import { WithdrawnPlaces } from "@/components/join/withdrawn-places";
import type { CreateOwn } from "@/components/organizations/new-organization-form";
import { Callout } from "@/components/ui/callout";
import { NotOpened } from "@/components/vault/not-opened";
import { useDecrypted } from "@/components/vault/use-decrypted";
import { useKeepPage } from "@/components/vault/use-keep-page";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import type { Act } from "@/lib/http/result";
import type { WaitingPlace } from "@/lib/operations/account/list-waiting-places";
import type { WithdrawnPlace } from "@/lib/operations/account/list-withdrawn-places";
import { wholePage } from "@/lib/vault/kept-page";

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

const nothing: OpenedVault = { items: [], collections: [], folders: [], refusedKeys: [] };
const none: [] = [];

/** The member's own vault, opened owner by owner. `VaultShell` shows it unlocked only. */
export function VaultPage(props: Props) {
  const { sealed, waiting, withdrawn, policies, actions, collectionActions, account } = props;
  useKeepPage();
  const t = useTranslations("vault");
  const refusal = useTranslations("refusal");
  const { outcome, retry } = useDecrypted(sealed, openMyVault);
  const mine = outcome?.ok ? outcome.opened : null;
  const isWhole = mine?.isWhole === true;
  const vault = mine?.opened ?? nothing;
  const refusedKey = ({ organizationId, name, problem }: OpenedVault["refusedKeys"][number]) => (
    <Callout key={organizationId} role="alert" tone="bad" title={t("refusedKey", { organization: name })}>
      {refusal(problem)}
    </Callout>
  );

  return (
    <>
      <span hidden id={wholePage} />
      <VaultBrowser
        revision={mine?.revision}
        vault={vault}
        isWhole={isWhole}
        organizations={mine?.contents.memberships.filter(({ status }) => status === "confirmed") ?? none}
        canChange={mine !== null && !mine.isAway}
        policies={policies}
        actions={actions}
        sealedCollections={mine?.contents.collections ?? none}
        collectionActions={collectionActions}
        notices={[
          outcome?.ok === false ? <NotOpened key="failed" failure={outcome.failure} retry={retry} /> : null,
          mine?.isAway ? <KeptVaultNotice key="kept" at={mine.at} /> : null,
          isWhole && !mine.isAway ? (
            <MakeMyCollections key="own" owed={mine.owed} make={actions.makeMyCollection} />
          ) : null,
          <WithdrawnPlaces key="withdrawn" places={withdrawn} />,
          <WaitingPlaces key="waiting" places={waiting} />,
          ...vault.refusedKeys.map(refusedKey),
        ]}
        account={account}
      />
    </>
  );
}
