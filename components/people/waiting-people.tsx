"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PeopleOf, Person } from "@/components/people/person";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { OffButton } from "@/components/ui/off-button";

type Props = {
  of: PeopleOf;
  waiting: { count: number; href: string };
  /** Why nobody can be confirmed for now. */
  off?: string | undefined;
  /** Those of them on this page. */
  here: readonly Person[];
  onConfirm: (people: readonly Person[]) => void;
  /** Confirms all of them, one after the other, where that is offered. */
  onConfirmAll?: () => void;
};

/** Says that people have accepted and see nothing yet, with the button that changes it. */
export function WaitingPeople({ of, waiting, off, here, onConfirm, onConfirmAll }: Props) {
  const t = useTranslations("members.callout");
  if (waiting.count === 0) return null;
  return (
    <Callout
      tone="brass"
      icon={<KeyRound aria-hidden="true" />}
      title={t("title")}
      action={
        off ? (
          <OffButton size="s" why={off}>
            {t("action", { count: waiting.count })}
          </OffButton>
        ) : onConfirmAll && waiting.count > here.length ? (
          <Button size="s" onClick={onConfirmAll}>
            {t("action", { count: waiting.count })}
          </Button>
        ) : here.length > 0 ? (
          <Button size="s" onClick={() => onConfirm(here)}>
            {t("action", { count: here.length })}
          </Button>
        ) : (
          <LinkButton href={waiting.href} variant="quiet" size="s">
            {t("show")}
          </LinkButton>
        )
      }
    >
      {t("text", { count: waiting.count, of })}
    </Callout>
  );
}
