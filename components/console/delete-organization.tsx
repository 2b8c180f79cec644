"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DeletionCard } from "@/components/account/deletion-card";
import type { Prove } from "@/components/account/two-step-actions";
import type { Act } from "@/lib/http/result";

type Props = {
  organizationId: string;
  name: string;
  prove: Prove;
  deleteIt: Act<{ organizationId: string }>;
};

/** Deletes the organization, after its name was typed and the master password proven. */
export function DeleteOrganization({ organizationId, name, prove, deleteIt }: Props) {
  const t = useTranslations("console.settingsPage.delete");
  const router = useRouter();
  return (
    <DeletionCard
      name={name}
      words={{
        title: t("title"),
        text: t("text"),
        button: t("button"),
        confirmTitle: t("confirmTitle", { name }),
        confirmText: t("confirmText"),
        confirm: t("button"),
        done: t("done", { name }),
      }}
      prove={prove}
      act={() => deleteIt({ organizationId })}
      onDone={() => router.replace("/vault")}
    />
  );
}
