"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ApplyToClient } from "@/components/blueprints/apply-to-client";
import type { ApplyActions, FindClientsAction } from "@/components/blueprints/blueprint-actions";
import { openBlueprint, type SealedBlueprint } from "@/components/blueprints/blueprints";
import { ClientPicker } from "@/components/blueprints/client-picker";
import { OpenedOnUnlock } from "@/components/blueprints/opened";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";

type Props = {
  sealed: SealedBlueprint;
  /** The client that the address names. */
  organizationId: string | null;
  actions: ApplyActions & { find: FindClientsAction };
};

/** Applies a blueprint: first to which client, then what that would do, then it is done. */
export function ApplyPage({ sealed, organizationId, actions }: Props) {
  const t = useTranslations("blueprints");
  const router = useRouter();
  const { providerId, blueprint } = sealed;
  const at = `/providers/${providerId}/blueprints/${blueprint.id}/apply`;
  return (
    <OpenedOnUnlock sealed={sealed} open={openBlueprint}>
      {({ name, content }) =>
        content === null ? (
          <Callout tone="bad" title={t("damaged")}>
            {t("damagedText")}
          </Callout>
        ) : organizationId ? (
          <ApplyToClient
            key={organizationId}
            which={{ providerId, organizationId, blueprintId: blueprint.id }}
            name={name ?? t("unreadable")}
            content={content}
            actions={actions}
          />
        ) : (
          <div className="max-w-140">
            <Card title={t("picker.toApply", { name: name ?? t("unreadable") })}>
              <div className="flex flex-col gap-3">
                <p className="text-muted">{t("picker.entering")}</p>
                <ClientPicker
                  providerId={providerId}
                  find={actions.find}
                  onPick={({ id }) => router.push(`${at}?client=${id}`)}
                />
              </div>
            </Card>
          </div>
        )
      }
    </OpenedOnUnlock>
  );
}
