"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { PreviewFailed } from "@/components/policies/preview-failed";
import { RevokedPreview } from "@/components/policies/revoked-preview";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Skeleton } from "@/components/ui/skeleton";
import type { PolicyType } from "@/lib/domain/policy/types";
import type { ActionResult } from "@/lib/http/result";
import type { PolicyPreview } from "@/lib/operations/organization/preview-policy";

type Props = {
  answer: ActionResult<PolicyPreview> | null;
  enabled: boolean;
  askAgain: () => void;
  onOpen: (type: PolicyType) => void;
  /** The policy that this one needs. */
  requires: PolicyType | null;
  /** Who looks: somebody of the provider, or a member. */
  by: "provider" | "member";
};

/** What saving would do, before it is done: who would lose their place, and whom the policy binds. */
export function ImpactPreview({ answer, enabled, askAgain, onOpen, requires, by }: Props) {
  const t = useTranslations("policies");
  const { failure: say } = useMessages();
  if (!answer) return <Skeleton height="74px" />;
  if (!answer.ok) return <PreviewFailed failure={answer.failure} askAgain={askAgain} />;

  const { isOn, blocked, needing, revoked, names, bound, free, collections } = answer.result;
  if (blocked) {
    const others = blocked.refusal === "policy_needs_another" && requires ? [requires] : needing;
    return (
      <Callout tone="warn" title={t(enabled ? "preview.cannotTurnOn" : "preview.cannotTurnOff")}>
        {say({ code: blocked.refusal, values: blocked.values })}
        {others.length > 0 ? (
          <ul className="mt-2 flex flex-wrap gap-2">
            {others.map((other) => (
              <li key={other}>
                <Button variant="quiet" size="s" onClick={() => onOpen(other)}>
                  {t(`names.${other}`)}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </Callout>
    );
  }
  return (
    <Callout tone={revoked > 0 ? "warn" : "info"} title={t("preview.title")}>
      <RevokedPreview revoked={revoked} names={names} />
      <p>
        {!enabled && !isOn
          ? t("preview.stays")
          : t(enabled ? "preview.bound" : "preview.freed", { count: bound })}
      </p>
      {enabled && free.byRole > 0 ? <p>{t("preview.free", { count: free.byRole })}</p> : null}
      {enabled && free.ofTeam > 0 ? <p>{t("preview.freeOfTeam", { count: free.ofTeam, by })}</p> : null}
      {collections > 0 ? <p>{t("preview.collections", { count: collections })}</p> : null}
    </Callout>
  );
}
