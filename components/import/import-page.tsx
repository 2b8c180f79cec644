"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Names } from "@/components/collections/open-collection-names";
import { FileStep } from "@/components/import/file-step";
import type { ImportActions } from "@/components/import/import-actions";
import { ImportStep } from "@/components/import/import-step";
import { MappingStep } from "@/components/import/mapping-step";
import { openPlaces, type SealedPlaces } from "@/components/import/open-names";
import { RecentImports } from "@/components/import/recent-imports";
import { keptTargets } from "@/components/import/remembered";
import { useImport } from "@/components/import/use-import";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { TableSkeleton } from "@/components/ui/table-skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import { LockedCallout } from "@/components/vault/locked-callout";
import { useVault } from "@/components/vault/vault-provider";
import type { ImportPlace } from "@/lib/operations/import/get-import-place";

export type Place = Omit<ImportPlace, "collections" | "folders"> & {
  organizationId: string | null;
  /** What the organization is called; of one's own vault, nothing. */
  owner: string;
  /** What this device remembers imports by: the account's id, and the organization's. Nobody goes on with another's. */
  rememberedAs: string;
};

type Props = {
  account: ReactNode;
  place: Place;
  names: SealedPlaces;
  actions: ImportActions;
};

/** Brings the items of another program's file into an organization, or into one's own vault. */
export function ImportPage({ account, place, names, actions }: Props) {
  const t = useTranslations("import");
  return (
    <>
      <PageHeader title={t("title")} account={account} />
      <PageBody>
        <p className="max-w-180 text-muted">
          {place.organizationId ? t("intoOrganization", { name: place.owner }) : t("intoOwn")}
        </p>
        {place.keptBy ? (
          <Callout tone="warn" title={t("kept")}>
            {t("keptText", { organization: place.keptBy })}
          </Callout>
        ) : (
          <Decrypted sealed={names} open={openPlaces} fallback={<Locked />}>
            {(opened) => <Wizard place={place} names={opened} actions={actions} />}
          </Decrypted>
        )}
        <RecentImports organizationId={place.organizationId} recent={place.recent} undo={actions.undo} />
      </PageBody>
    </>
  );
}

function Locked() {
  const t = useTranslations("import");
  const { status } = useVault();
  if (status !== "locked") return <TableSkeleton rows={3} />;
  return (
    <LockedCallout title={t("lockedTitle")} unlock={t("unlock")}>
      {t("lockedText")}
    </LockedCallout>
  );
}

function Wizard({ place, names, actions }: { place: Place; names: Names; actions: ImportActions }) {
  const over = place.recent.flatMap(({ id, undoneAt }) => (undoneAt ? [id] : []));
  const found = useImport(place.rememberedAs, over);
  const { preview, isReading } = found;
  if (!preview)
    return (
      <FileStep
        isReading={isReading}
        problem={found.problem}
        onFile={found.readFile}
        onPassword={found.openWith}
      />
    );
  if (preview.kind === "table")
    return (
      <MappingStep
        table={preview}
        kept={keptTargets(preview.mark)}
        isReading={isReading}
        onNaming={found.nameColumns}
        onBack={found.startOver}
      />
    );
  return (
    <ImportStep
      // What was chosen for an import that was undone since may be gone with it.
      key={found.begun?.importId}
      preview={preview}
      begun={found.begun}
      over={over}
      place={place}
      names={names}
      reader={found.reader}
      actions={actions}
      onAnother={found.startOver}
    />
  );
}
