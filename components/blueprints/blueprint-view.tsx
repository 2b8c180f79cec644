"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DeleteAction, RenameAction } from "@/components/blueprints/blueprint-actions";
import type { ListBlueprints } from "@/components/blueprints/blueprint-select";
import {
  type OpenedBlueprint,
  openBlueprint,
  type SealedBlueprint,
} from "@/components/blueprints/blueprints";
import { ContentCards } from "@/components/blueprints/content-cards";
import { DeleteBlueprint } from "@/components/blueprints/delete-blueprint";
import { OpenedOnUnlock } from "@/components/blueprints/opened";
import { RenameBlueprint } from "@/components/blueprints/rename-blueprint";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { RowMenu } from "@/components/ui/row-menu";

type Props = {
  sealed: SealedBlueprint;
  /** Null where one may only apply it. */
  manage: { rename: RenameAction; list: ListBlueprints; deleteIt: DeleteAction } | null;
};

/** One blueprint: its name, what is in it, and what can be done with it. */
export function BlueprintView({ sealed, manage }: Props) {
  return (
    <OpenedOnUnlock sealed={sealed} open={openBlueprint}>
      {(opened) => <Opened sealed={sealed} opened={opened} manage={manage} />}
    </OpenedOnUnlock>
  );
}

function Opened({ sealed, opened, manage }: Props & { opened: OpenedBlueprint }) {
  const t = useTranslations("blueprints");
  const { providerId, getKey } = sealed;
  const [asked, setAsked] = useState<"rename" | "delete" | null>(null);
  const close = () => setAsked(null);
  const name = opened.name ?? t("unreadable");

  return (
    <div className="flex flex-col gap-3.5">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="wrap-anywhere me-auto min-w-0 font-semibold text-section">
          <bdi>{name}</bdi>
        </h2>
        {opened.content ? (
          <LinkButton href={`/providers/${providerId}/blueprints/${opened.id}/apply`}>
            {t("apply")}
          </LinkButton>
        ) : null}
        {manage ? (
          <RowMenu
            label={t("options", { name })}
            entries={[
              {
                label: t("rename.title"),
                icon: <Pencil aria-hidden="true" />,
                onSelect: () => setAsked("rename"),
              },
              {
                label: t("delete.open"),
                icon: <Trash2 aria-hidden="true" />,
                onSelect: () => setAsked("delete"),
              },
            ]}
          />
        ) : null}
      </div>
      {opened.content ? (
        <ContentCards content={opened.content} />
      ) : (
        <Callout tone="bad" title={t("damaged")}>
          {t("damagedText")}
        </Callout>
      )}
      {manage && asked === "rename" ? (
        <RenameBlueprint
          providerId={providerId}
          blueprint={opened}
          sealedName={sealed.blueprint.name}
          getKey={getKey}
          rename={manage.rename}
          list={manage.list}
          onClose={close}
        />
      ) : null}
      {manage && asked === "delete" ? (
        <DeleteBlueprint
          providerId={providerId}
          blueprint={opened}
          deleteIt={manage.deleteIt}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
