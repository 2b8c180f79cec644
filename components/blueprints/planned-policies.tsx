"use client";

import { useTranslations } from "next-intl";
import type { PlannedPolicy } from "@/components/blueprints/policy-plan";
import { useMessages } from "@/components/forms/use-messages";
import { ImpactPreview } from "@/components/policies/impact-preview";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Differences } from "@/lib/domain/blueprint/compare";
import { policyFacts } from "@/lib/domain/policy/types";

type Props = { differences: Differences; policies: readonly PlannedPolicy[] };

/** Which policies change, and whom that concerns. */
export function PlannedPolicies({ differences, policies }: Props) {
  const t = useTranslations("blueprints.applying");
  const { lacking, samePolicies } = differences;
  return (
    <Card title={t("policies")}>
      <div className="flex flex-col gap-3.5">
        {lacking.policies > 0 ? (
          <p className="text-warn">{t("lackingPolicies", { count: lacking.policies })}</p>
        ) : null}
        {policies.map((policy) => (
          <Policy key={policy.type} policy={policy} />
        ))}
        {samePolicies > 0 || policies.length + lacking.policies === 0 ? (
          <p className="text-muted">{t("samePolicies", { count: samePolicies })}</p>
        ) : null}
      </div>
    </Card>
  );
}

function Policy({ policy }: { policy: PlannedPolicy }) {
  const t = useTranslations("blueprints.applying");
  const inPolicies = useTranslations("policies");
  const { failure } = useMessages();
  const { type, change, preview, refused } = policy;
  const { requires } = policyFacts[type];
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex flex-wrap items-center gap-2 font-strong">
        {inPolicies(`names.${type}`)}
        <Badge tone={refused ? "warn" : "info"}>{t(refused ? "leftOut" : `change.${change}`)}</Badge>
      </h3>
      {refused ? <p>{failure(refused)}</p> : null}
      {preview?.blocked && requires ? (
        <p className="text-muted">{t("after", { policy: inPolicies(`names.${requires}`) })}</p>
      ) : null}
      {preview && !preview.blocked ? (
        <ImpactPreview
          answer={{ ok: true, result: preview }}
          enabled
          askAgain={() => {}}
          onOpen={() => {}}
          requires={requires}
          by="provider"
        />
      ) : null}
    </section>
  );
}
