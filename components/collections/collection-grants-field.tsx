"use client";

import { LockOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { z } from "zod";
import { CollectionChoices } from "@/components/collections/collection-choices";
import { openCollectionNames, type SealedNames } from "@/components/collections/open-collection-names";
import { type ListCollectionsPage, useAllCollections } from "@/components/collections/use-all-collections";
import { Button } from "@/components/ui/button";
import { Decrypted } from "@/components/vault/decrypted";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";
import { useVault } from "@/components/vault/vault-provider";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";

type Grants = z.input<typeof CollectionGrants>;

type Props = {
  organizationId: string;
  actions: { getKey: AskOrganizationKey; listCollections: ListCollectionsPage };
  grants: Grants;
  /** What the choice will mean. */
  hint?: string;
  onChange: (grants: Grants) => void;
};

/** Which collections somebody gets. Their names take the key; while it is locked they go by number. */
export function CollectionGrantsField({ organizationId, actions, grants, hint, onChange }: Props) {
  const t = useTranslations("members.inviteDialog.grants");
  const { getKey, listCollections } = actions;
  const { status } = useVault();
  const unlock = useUnlockInPlace();
  const all = useAllCollections(organizationId, listCollections);
  // Made once for each answer, because `Decrypted` opens the same object once.
  const sealed = useMemo((): SealedNames | null => {
    if (all === null || all === "failed") return null;
    return { organizationId, getKey, rows: all.filter((row) => row.mayManage) };
  }, [all, organizationId, getKey]);
  const rows = sealed?.rows ?? [];
  const choices = { rows, grants, onChange };

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-medium text-label text-muted">{t("collections")}</legend>
      {all === "failed" ? (
        <p role="alert" className="text-bad">
          {t("collectionsFailed")}
        </p>
      ) : null}
      {sealed && rows.length === 0 ? <p className="text-muted">{t("noCollections")}</p> : null}
      {sealed ? (
        <Decrypted
          sealed={sealed}
          open={openCollectionNames}
          fallback={<CollectionChoices {...choices} names={null} />}
        >
          {(names) => <CollectionChoices {...choices} names={names} />}
        </Decrypted>
      ) : null}
      {status === "locked" && rows.length > 0 ? (
        <div>
          <Button variant="quiet" size="s" icon={<LockOpen aria-hidden="true" />} onClick={unlock}>
            {t("unlock")}
          </Button>
        </div>
      ) : null}
      {hint ? <p className="text-label text-muted">{hint}</p> : null}
    </fieldset>
  );
}
