"use client";

import { useTranslations } from "next-intl";
import { DeletionCard } from "@/components/account/deletion-card";
import type { Prove } from "@/components/account/two-step-actions";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import type { Act } from "@/lib/http/result";

type Props = {
  providerId: string;
  name: string;
  /** How many clients are linked: with any, a provider is not deleted. */
  clients: number;
  /** Whether only the suspension keeps them from it. */
  isHeldBack: boolean;
  prove: Prove;
  ask: Act<{ providerId: string }>;
};

/** Asks to delete the provider: its name is typed, the master password proven, and a link mailed that deletes. */
export function DeleteProvider({ providerId, name, clients, isHeldBack, prove, ask }: Props) {
  const t = useTranslations("portal.settings.delete");
  return (
    <DeletionCard
      name={name}
      words={{
        title: t("title"),
        text: t("text"),
        button: t("button"),
        confirmTitle: t("confirmTitle", { name }),
        confirmText: t("confirmText"),
        confirm: t("confirm"),
        done: t("sent"),
      }}
      disabled={clients > 0 || isHeldBack}
      prove={prove}
      act={() => ask({ providerId })}
    >
      {isHeldBack ? <Callout tone="warn" title={t("suspended")} /> : null}
      {clients > 0 && !isHeldBack ? (
        <Callout tone="warn" title={t("linked", { count: clients })}>
          <LinkButton href={`/providers/${providerId}/clients`} variant="quiet" size="s">
            {t("clients")}
          </LinkButton>
        </Callout>
      ) : null}
    </DeletionCard>
  );
}
