"use client";

import { Folder, LockOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { z } from "zod";
import {
  type Names,
  openCollectionNames,
  type SealedNames,
} from "@/components/collections/open-collection-names";
import { PermissionSelect } from "@/components/collections/permission-select";
import type { MemberActions } from "@/components/organizations/member-actions";
import { Button } from "@/components/ui/button";
import { Decrypted } from "@/components/vault/decrypted";
import { useOrganizationVault } from "@/components/vaults/organization-vault";
import { useUnlock } from "@/components/vaults/use-unlock";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";

type Grants = z.input<typeof CollectionGrants>;

type Props = {
  organizationId: string;
  actions: Pick<MemberActions, "getKey" | "listCollections">;
  grants: Grants;
  onChange: (grants: Grants) => void;
};

/** Which collections somebody gets. Their names take the key; while it is locked they go by number. */
export function CollectionGrantsField({ organizationId, actions, grants, onChange }: Props) {
  const t = useTranslations("console.invite");
  const ofCollections = useTranslations("collections");
  const { getKey, listCollections } = actions;
  const { status } = useOrganizationVault(organizationId, getKey);
  const unlock = useUnlock();
  // In state, because `Decrypted` opens the same object once.
  const [sealed, setSealed] = useState<SealedNames | "failed" | null>(null);
  const [offered, setOffered] = useState<number | null>(null);

  useEffect(() => {
    let shown = true;
    const answered = (found: SealedNames | "failed") => {
      if (shown) setSealed(found);
    };
    listCollections({ organizationId }).then(
      (answer) => {
        if (!answer.ok) return answered("failed");
        const rows = answer.result.collections.filter((row) => row.mayManage);
        answered({ organizationId, getKey, rows });
        if (shown && answer.result.next) setOffered(answer.result.collections.length);
      },
      () => answered("failed"),
    );
    return () => {
      shown = false;
    };
  }, [organizationId, getKey, listCollections]);

  const open = sealed === "failed" ? null : sealed;
  const rows = open?.rows ?? [];
  const list = (names: Names | null) => (
    <ul className="flex flex-col gap-2">
      {rows.map(({ id }, index) => {
        const name = names?.get(id) ?? t("locked", { number: index + 1 });
        return (
          <li key={id} className="flex items-center gap-2.5">
            <Folder aria-hidden="true" className="text-muted" />
            <span className="min-w-0 flex-1 break-words">{name}</span>
            <PermissionSelect
              label={name}
              none={t("none")}
              value={grants.find(({ collectionId }) => collectionId === id)?.permission ?? ""}
              onChange={(permission) => {
                const rest = grants.filter(({ collectionId }) => collectionId !== id);
                onChange(permission ? [...rest, { collectionId: id, permission }] : rest);
              }}
            />
          </li>
        );
      })}
    </ul>
  );

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-medium text-label text-muted">{t("collections")}</legend>
      {sealed === "failed" ? (
        <p role="alert" className="text-bad">
          {t("collectionsFailed")}
        </p>
      ) : null}
      {open && rows.length === 0 ? <p className="text-muted">{t("noCollections")}</p> : null}
      {open ? (
        <Decrypted sealed={open} open={openCollectionNames} fallback={list(null)}>
          {list}
        </Decrypted>
      ) : null}
      {status === "locked" && rows.length > 0 ? (
        <div>
          <Button variant="quiet" size="s" icon={<LockOpen aria-hidden="true" />} onClick={unlock}>
            {t("unlock")}
          </Button>
        </div>
      ) : null}
      {offered === null ? null : (
        <p className="text-label text-muted">{ofCollections("firstOnly", { count: offered })}</p>
      )}
      <p className="text-label text-muted">{t("collectionsHint")}</p>
    </fieldset>
  );
}
