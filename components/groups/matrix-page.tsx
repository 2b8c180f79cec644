"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  type Names,
  openCollectionNames,
  type SealedNames,
} from "@/components/collections/open-collection-names";
import { UnlockCallout } from "@/components/collections/unlock-callout";
import type { MatrixActions } from "@/components/groups/group-actions";
import { MatrixEditor } from "@/components/groups/matrix-editor";
import type { Edits } from "@/components/groups/matrix-state";
import { ResultingAccess } from "@/components/groups/resulting-access";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import { useVaultKeeper } from "@/components/vault/vault-context";
import type { Matrix } from "@/lib/operations/group/get-matrix";

type Props = {
  organizationId: string;
  matrix: Matrix;
  /** As it came from the server: see `Decrypted`. */
  sealed: SealedNames;
  actions: MatrixActions;
};

/** Groups by collections. Without the vault it shows everything but the names of collections. */
export function MatrixPage({ organizationId, matrix, sealed, actions }: Props) {
  const t = useTranslations("groups.matrix");
  const { openings } = useVaultKeeper();
  const [edits, setEdits] = useState<Edits>(new Map());
  const parts = (names: Names | null) => (
    <>
      <MatrixEditor
        organizationId={organizationId}
        matrix={matrix}
        names={names}
        kept={edits}
        setEdits={setEdits}
        actions={actions}
      />
      <ResultingAccess organizationId={organizationId} names={names} actions={actions} />
    </>
  );
  if (matrix.groups.length === 0 || matrix.collections.length === 0)
    return (
      <Card>
        <EmptyState illustration="keys" title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      </Card>
    );
  return (
    <>
      <UnlockCallout />
      {matrix.areMore ? (
        <Callout tone="warn" title={t("areMore")}>
          {t("areMoreText", { groups: matrix.groups.length, collections: matrix.collections.length })}
        </Callout>
      ) : null}
      {/* The columns are sorted by names: without the vault they keep their order, and with it they wait for the names. */}
      <Decrypted
        sealed={sealed}
        open={openCollectionNames}
        fallback={openings ? <TableSkeleton rows={8} /> : parts(null)}
        failed={parts(null)}
      >
        {parts}
      </Decrypted>
    </>
  );
}
