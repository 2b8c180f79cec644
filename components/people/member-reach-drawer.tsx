"use client";

import { Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import type { z } from "zod";
import {
  type Names,
  openCollectionNames,
  type SealedNames,
} from "@/components/collections/open-collection-names";
import { UnlockCallout } from "@/components/collections/unlock-callout";
import { useAsked } from "@/components/forms/use-asked";
import { Drawer } from "@/components/ui/drawer";
import { FailureState } from "@/components/ui/failure-state";
import { IconTile } from "@/components/ui/icon-tile";
import { RowName } from "@/components/ui/row-name";
import { Skeleton } from "@/components/ui/skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { useVault } from "@/components/vault/vault-provider";
import type { MemberTargets } from "@/lib/domain/organization/inputs";
import type { Act } from "@/lib/http/result";
import type { MemberReach } from "@/lib/operations/organization/report-member-access";
import type {
  MemberCollections,
  ReachedCollection,
} from "@/lib/operations/organization/report-member-collections";

export type AskMemberCollections = Act<z.input<typeof MemberTargets>, MemberCollections>;

type Props = {
  organizationId: string;
  member: MemberReach;
  askCollections: AskMemberCollections;
  getKey: AskOrganizationKey;
  onClose: () => void;
};

/** The collections that one member reaches: with which permission, and by what. They are asked for when it opens. */
export function MemberReachDrawer({ organizationId, member, askCollections, getKey, onClose }: Props) {
  const t = useTranslations("members.report");
  const { answer, askAgain } = useAsked(
    useCallback(
      () => askCollections({ organizationId, memberIds: [member.id] }),
      [organizationId, member.id, askCollections],
    ),
  );
  const collections = answer?.ok ? (answer.result[0]?.collections ?? []) : null;
  return (
    <Drawer open onOpenChange={(open) => open || onClose()} title={member.name ?? member.email}>
      {member.reachesAll ? <p>{t("allText")}</p> : null}
      {answer === null ? <Skeleton height="120px" /> : null}
      {answer?.ok === false ? <FailureState title={t("failed")} onRetry={askAgain} /> : null}
      {collections?.length === 0 ? <p className="text-muted">{t("nothing")}</p> : null}
      {collections && collections.length > 0 ? (
        <Reached organizationId={organizationId} collections={collections} getKey={getKey} />
      ) : null}
    </Drawer>
  );
}

type ReachedProps = Pick<Props, "organizationId" | "getKey"> & { collections: readonly ReachedCollection[] };

function Reached({ organizationId, collections, getKey }: ReachedProps) {
  const t = useTranslations("members.report");
  const permissions = useTranslations("collections.permissions");
  const { status } = useVault();
  // `Decrypted` opens the same object once.
  const sealed = useMemo<SealedNames>(
    () => ({
      organizationId,
      getKey,
      rows: collections.map(({ collectionId, name }) => ({ id: collectionId, name })),
    }),
    [organizationId, getKey, collections],
  );
  const list = (names: Names | null) => (
    <ul className="flex flex-col gap-3">
      {collections.map(({ collectionId, permission, through, items }, index) => (
        <li key={collectionId}>
          <RowName
            picture={
              <IconTile>
                <Folder aria-hidden="true" />
              </IconTile>
            }
            name={names?.get(collectionId) ?? t("locked", { number: index + 1 })}
            detail={[
              permissions(permission),
              through.length > 0 ? t("through", { groups: through.join(", ") }) : t("byName"),
              t("itemCount", { count: items }),
            ].join(" · ")}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {status === "locked" ? <UnlockCallout /> : null}
      <Decrypted sealed={sealed} open={openCollectionNames} fallback={list(null)}>
        {list}
      </Decrypted>
    </>
  );
}
