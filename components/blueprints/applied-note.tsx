"use client";

import { useTranslations } from "next-intl";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { LeaveButtons } from "@/components/blueprints/leave-buttons";
import type { Shown } from "@/components/blueprints/run-apply";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";

type Props = {
  which: { providerId: string; organizationId: string };
  name: string;
  shown: Shown;
  /** Every collection was made that members are to have of their own. */
  isWhole: boolean;
  leave: ApplyActions["leave"];
};

/** What was done. */
export function AppliedNote({ which, name, shown, isWhole, leave }: Props) {
  const t = useTranslations("blueprints.applying");
  const inPolicies = useTranslations("policies");
  const { collections, groups, cells, switches } = shown.differences;
  const made = (rows: readonly { id: string | null }[]) => rows.filter(({ id }) => id === null).length;
  const set = shown.policies.filter(({ preview }) => preview);
  const lines = [
    ["madeCollections", made(collections)],
    ["madeGroups", made(groups)],
    ["gavePermissions", cells.length],
    ["setSwitches", switches.length],
    ["setPolicies", set.length],
  ] as const;
  return (
    <Card title={t("done", { name, client: shown.client.name })}>
      <div className="flex flex-col items-start gap-3.5">
        <ul role="status" className="list-disc ps-4">
          {lines.map(([line, count]) => (count > 0 ? <li key={line}>{t(line, { count })}</li> : null))}
        </ul>
        {isWhole ? null : <Callout tone="warn" title={inPolicies("collectionsLeft")} />}
        <div className="flex flex-wrap gap-2.5">
          <LeaveButtons which={which} leave={leave}>
            {t("leave")}
          </LeaveButtons>
        </div>
      </div>
    </Card>
  );
}
