"use client";

import { useTranslations } from "next-intl";
import { useFirstSteps } from "@/components/portal/first-steps";
import { StepList } from "@/components/shell/step-list";
import { LinkButton } from "@/components/ui/link-button";

type Step = "ownOrganization" | "secondAdmin" | "firstClient" | "staffInvited";
type Props = { providerId: string; steps: Record<Step, boolean> };

/** What a provider does well to have. Each step is read from facts, none is a gate. It stays until all are done. */
export function Checklist({ providerId, steps }: Props) {
  const t = useTranslations("portal.checklist");
  const [choice, choose] = useFirstSteps();
  const all = Object.values(steps);
  const done = all.filter(Boolean).length;
  if (done === all.length) return null;
  const lead = (href: string, label: string) => (
    <LinkButton size="s" variant="quiet" href={href}>
      {label}
    </LinkButton>
  );
  const invite = (role: string, label: string) =>
    lead(`/providers/${providerId}/members?invite=${role}`, label);
  const list = [
    { key: "ownOrganization", act: lead("/account#organizations", t("makeOrganization")) },
    { key: "secondAdmin", act: invite("provider_admin", t("inviteAdmin")) },
    { key: "firstClient", act: lead(`/providers/${providerId}/clients?new=client`, t("addClient")) },
    { key: "staffInvited", act: invite("service_user", t("inviteStaff")) },
  ] as const;

  return (
    <StepList
      title={t("title")}
      progress={t("progress", { done, all: all.length })}
      text={t("text")}
      steps={list.map(({ key, act }) => ({
        key,
        act,
        state: steps[key] ? "done" : "toDo",
        title: t(key),
        hint: t(`${key}Hint`),
      }))}
      isShown={choice === "shown"}
      onShow={(isShown) => choose(isShown ? "shown" : "hidden")}
    />
  );
}
