"use client";

import { Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  type Names,
  openCollectionNames,
  type SealedNames,
} from "@/components/collections/open-collection-names";
import { UnlockCallout } from "@/components/collections/unlock-callout";
import { Drawer } from "@/components/ui/drawer";
import { IconTile } from "@/components/ui/icon-tile";
import { RowName } from "@/components/ui/row-name";
import { Decrypted } from "@/components/vault/decrypted";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { useVault } from "@/components/vault/vault-provider";
import type { MemberReach } from "@/lib/operations/organization/report-member-access";

type Props = {
  organizationId: string;
  member: MemberReach;
  getKey: AskOrganizationKey;
  onClose: () => void;
};

/** The collections that one member reaches: with which permission, and by what. */
export function MemberReachDrawer({ organizationId, member, getKey, onClose }: Props) {
  const t = useTranslations("members.report");
  const permissions = useTranslations("collections.permissions");
  const { status } = useVault();
  // Made once for each member, because `Decrypted` opens the same object once.
  const [sealed] = useState<SealedNames>(() => ({
    organizationId,
    getKey,
    rows: member.collections.map(({ collectionId, name }) => ({ id: collectionId, name })),
  }));
  const list = (names: Names | null) => (
    <ul className="flex flex-col gap-3">
      {member.collections.map(({ collectionId, permission, through, items }, index) => (
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
    <Drawer open onOpenChange={(open) => open || onClose()} title={member.name ?? member.email}>
      {member.reachesAll ? <p>{t("allText")}</p> : null}
      {status === "locked" && member.collections.length > 0 ? <UnlockCallout /> : null}
      {member.collections.length > 0 ? (
        <Decrypted sealed={sealed} open={openCollectionNames} fallback={list(null)}>
          {list}
        </Decrypted>
      ) : (
        <p className="text-muted">{t("nothing")}</p>
      )}
    </Drawer>
  );
}
