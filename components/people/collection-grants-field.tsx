"use client";

import { Folder, LockOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import type { z } from "zod";
import {
  type Names,
  openCollectionNames,
  type SealedNames,
} from "@/components/collections/open-collection-names";
import { PermissionSelect } from "@/components/collections/permission-select";
import { useAsked } from "@/components/forms/use-asked";
import { Button } from "@/components/ui/button";
import { Decrypted } from "@/components/vault/decrypted";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";
import { useVault } from "@/components/vault/vault-provider";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";
import type { ActionResult } from "@/lib/http/result";
import type { ListedCollections } from "@/lib/operations/collection/list-collections";

type Grants = z.input<typeof CollectionGrants>;

type Props = {
  organizationId: string;
  actions: {
    getKey: AskOrganizationKey;
    listCollections: (input: { organizationId: string }) => Promise<ActionResult<ListedCollections>>;
  };
  grants: Grants;
  /** What the choice will mean. */
  hint?: string;
  onChange: (grants: Grants) => void;
};

/** Which collections somebody gets. Their names take the key; while it is locked they go by number. */
export function CollectionGrantsField({ organizationId, actions, grants, hint, onChange }: Props) {
  const t = useTranslations("members.inviteDialog.grants");
  const ofCollections = useTranslations("collections");
  const { getKey, listCollections } = actions;
  const { status } = useVault();
  const unlock = useUnlockInPlace();
  const { answer } = useAsked(
    useCallback(() => listCollections({ organizationId }), [organizationId, listCollections]),
  );
  // Made once for each answer, because `Decrypted` opens the same object once.
  const open = useMemo((): SealedNames | null => {
    if (!answer?.ok) return null;
    return { organizationId, getKey, rows: answer.result.collections.filter((row) => row.mayManage) };
  }, [answer, organizationId, getKey]);
  const offered = answer?.ok && answer.result.next ? answer.result.collections.length : null;
  const rows = open?.rows ?? [];
  const list = (names: Names | null) => (
    <ul className="flex flex-col gap-2">
      {rows.map(({ id }, index) => {
        const name = names?.get(id) ?? t("locked", { number: index + 1 });
        return (
          <li key={id} className="flex flex-wrap items-center gap-2.5">
            <Folder aria-hidden="true" className="text-muted" />
            <bdi className="wrap-anywhere min-w-40 flex-1">{name}</bdi>
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
      {answer?.ok === false ? (
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
      {hint ? <p className="text-label text-muted">{hint}</p> : null}
    </fieldset>
  );
}
