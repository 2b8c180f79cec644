"use client";

import { Check, Circle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFirstSteps } from "@/components/portal/first-steps";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Step = "ownOrganization" | "secondAdmin" | "firstClient" | "staffInvited";
type Props = { providerId: string; steps: Record<Step, boolean> };

/**
 * What a provider does well to have. Each step is read from facts, none is a gate. It stays until all are done;
 * put away, one line is left that brings it back.
 */
export function Checklist({ providerId, steps }: Props) {
  const t = useTranslations("portal.checklist");
  const [choice, choose] = useFirstSteps();
  const all = Object.values(steps);
  const done = all.filter(Boolean).length;
  if (done === all.length) return null;
  const isShown = choice === "shown";
  const invite = (role: string, label: string) => (
    <LinkButton size="s" variant="quiet" href={`/providers/${providerId}/members?invite=${role}`}>
      {label}
    </LinkButton>
  );
  const list = [
    { key: "ownOrganization", act: null },
    { key: "secondAdmin", act: invite("provider_admin", t("inviteAdmin")) },
    { key: "firstClient", act: null },
    { key: "staffInvited", act: invite("service_user", t("inviteStaff")) },
  ] as const;

  return (
    <Card
      title={t("title")}
      action={
        <Button
          variant="link"
          size="s"
          aria-expanded={isShown}
          onClick={() => choose(isShown ? "hidden" : "shown")}
        >
          {t(isShown ? "hide" : "show")}
        </Button>
      }
    >
      <p className="-mt-2 text-muted">
        {t("progress", { done, all: all.length })}
        {isShown ? ` ${t("text")}` : null}
      </p>
      {isShown ? (
        <ul className="mt-1">
          {list.map(({ key, act }) => (
            <li
              key={key}
              className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-3 last:border-b-0"
            >
              <span className={steps[key] ? "text-ok" : "text-faint"}>
                {steps[key] ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
                <VisuallyHidden>{steps[key] ? t("done") : t("toDo")}</VisuallyHidden>
              </span>
              <span className="min-w-48 flex-1">
                <span className="block font-medium">{t(key)}</span>
                <span className="block text-label text-muted">{t(`${key}Hint`)}</span>
              </span>
              {steps[key] ? null : act}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
