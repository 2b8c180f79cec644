"use client";

import { useTranslations } from "next-intl";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { LeaveButtons } from "@/components/blueprints/leave-buttons";
import { PlannedPolicies } from "@/components/blueprints/planned-policies";
import { PlannedThings } from "@/components/blueprints/planned-things";
import type { Shown } from "@/components/blueprints/run-apply";
import { useMessages } from "@/components/forms/use-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { isSame } from "@/lib/domain/blueprint/compare";
import type { Failure } from "@/lib/http/result";

type Props = {
  which: { providerId: string; organizationId: string };
  name: string;
  shown: Shown;
  /** What stopped the last try. */
  why: Failure | null;
  leave: ApplyActions["leave"];
  onApply: () => void;
  onLook: () => void;
};

/** What applying would do, before it is done. */
export function ApplyPreview({ which, name, shown, why, leave, onApply, onLook }: Props) {
  const t = useTranslations("blueprints.applying");
  const { failure } = useMessages();
  const { differences, policies, client } = shown;
  const unopened = client.state.collections.filter(({ name: opened }) => opened === null).length;
  const { lacking, heldCells } = differences;
  const isWhole = lacking.groups + lacking.policies + heldCells + policies.length === 0;
  const isNothing =
    isSame({ ...differences, policies: [] }) && policies.every(({ preview }) => preview === null);
  return (
    <div className="flex flex-col gap-3.5">
      <h2 className="wrap-anywhere font-semibold text-section">
        {t("title", { name, client: client.name })}
      </h2>
      {why ? (
        <div role="alert">
          <Callout tone="warn" title={t("stopped")}>
            {failure(why)}
          </Callout>
        </div>
      ) : null}
      {isNothing ? (
        <Callout
          tone={isWhole ? "ok" : "info"}
          title={t(isWhole ? "nothing" : "rest", { client: client.name })}
        >
          {t(isWhole ? "nothingText" : "restText")}
        </Callout>
      ) : (
        <p className="text-muted">{t("keeps")}</p>
      )}
      {unopened > 0 ? (
        <Callout tone="warn" title={t("unopened", { count: unopened })}>
          {t("unopenedText")}
        </Callout>
      ) : null}
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <PlannedThings shown={shown} />
        <PlannedPolicies differences={differences} policies={policies} />
      </div>
      <div className="flex flex-wrap gap-2.5">
        {isNothing ? null : <Button onClick={onApply}>{t("apply")}</Button>}
        <Button variant="quiet" onClick={onLook}>
          {t("lookAgain")}
        </Button>
        <LeaveButtons which={which} leave={leave}>
          {isNothing ? t("leave") : t("leaveAsItIs")}
        </LeaveButtons>
      </div>
    </div>
  );
}
