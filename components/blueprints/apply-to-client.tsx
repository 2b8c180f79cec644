"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { AppliedNote } from "@/components/blueprints/applied-note";
import { ApplyPreview } from "@/components/blueprints/apply-preview";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import { useApply } from "@/components/blueprints/use-apply";
import { useMessages } from "@/components/forms/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FailureState } from "@/components/ui/failure-state";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Spinner } from "@/components/ui/spinner";
import { Unsaved } from "@/components/ui/unsaved";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";

type Props = {
  which: { providerId: string; organizationId: string; blueprintId: string };
  /** What the blueprint is called. */
  name: string;
  content: BlueprintContent;
  actions: ApplyActions;
};

/** Compares one client with a blueprint as soon as it is shown, and applies it when that is said. */
export function ApplyToClient({ which, name, content, actions }: Props) {
  const t = useTranslations("blueprints.applying");
  const inPolicies = useTranslations("policies");
  const { failure } = useMessages();
  const { step, look, apply } = useApply(which, content, actions);
  const begun = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is shown
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void look();
  }, []);

  if (step.at === "failed")
    return (
      <FailureState
        title={t("failed")}
        onRetry={() => void look()}
        {...(step.failure.id ? { id: step.failure.id } : {})}
      >
        {failure(step.failure)}
      </FailureState>
    );
  if (step.at === "locked")
    return (
      <Card>
        <div className="flex flex-col items-start gap-3.5">
          <p>{t("locked")}</p>
          <Button onClick={() => void look()}>{t("unlock")}</Button>
        </div>
      </Card>
    );
  if (step.at === "looking")
    return (
      <Card>
        <p role="status" className="flex items-center gap-3 text-muted">
          <Spinner />
          {t("looking")}
        </p>
      </Card>
    );
  if (step.at === "applying") {
    const { done, total, policy } = step.progress;
    const doing = policy ? t("setting", { policy: inPolicies(`names.${policy}`) }) : t("making");
    return (
      <Card title={t("title", { name, client: step.shown.client.name })}>
        <Unsaved when />
        <ProgressBar done={done} total={total} doing={doing} />
        <p className="mt-3 text-label text-muted">{t("stays")}</p>
      </Card>
    );
  }
  if (step.at === "done")
    return (
      <AppliedNote
        which={which}
        name={name}
        shown={step.shown}
        isWhole={step.isWhole}
        leave={actions.leave}
      />
    );
  return (
    <ApplyPreview
      which={which}
      name={name}
      shown={step.shown}
      why={step.why}
      leave={actions.leave}
      onApply={() => void apply(step.shown)}
      onLook={() => void look()}
    />
  );
}
