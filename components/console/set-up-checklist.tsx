"use client";

import { useTranslations } from "next-intl";
import { useSetUpSteps } from "@/components/console/set-up-steps";
import { StepList } from "@/components/shell/step-list";
import { LinkButton } from "@/components/ui/link-button";
import { ProgressRing } from "@/components/ui/progress-ring";
import type { Overview } from "@/lib/operations/organization/get-overview";

type Props = { organizationId: string; steps: Overview["steps"] };

/** The steps of setting an organization up, each ticked from what is there. It goes once all that can be done are. */
export function SetUpChecklist({ organizationId, steps }: Props) {
  const t = useTranslations("console.setUp");
  const [choice, choose] = useSetUpSteps();
  const countable = steps.filter(({ state }) => state !== "later");
  const done = countable.filter(({ state }) => state === "done").length;
  if (done === countable.length) return null;
  const progress = t("progress", { done, all: countable.length });
  const home = `/organizations/${organizationId}`;
  const hrefs = {
    collections: `${home}/collections?new=presets`,
    populate: `${home}/import`,
    policies: `${home}/policies`,
    groups: `${home}/groups`,
    invite: `${home}/members?invite=user`,
  };

  return (
    <StepList
      title={t("title")}
      picture={<ProgressRing done={done} total={countable.length} label={progress} />}
      progress={progress}
      text={t("text")}
      steps={steps.map(({ key, state }) => ({
        key,
        state,
        title: t(key),
        hint: t(`${key}Hint`),
        act:
          key === "sso" ? null : (
            <LinkButton size="s" variant="quiet" href={hrefs[key]}>
              {t(`${key}Act`)}
            </LinkButton>
          ),
      }))}
      isShown={choice === "shown"}
      onShow={(isShown) => choose(isShown ? "shown" : "hidden")}
    />
  );
}
