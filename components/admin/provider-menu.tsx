"use client";

import { CirclePause, CirclePlay, Mail, Pencil, SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ProviderTask } from "@/components/admin/provider-dialogs";
import { type ProviderRow, shownNameOf } from "@/components/admin/providers";
import type { MenuEntry } from "@/components/ui/menu";
import { RowMenu } from "@/components/ui/row-menu";

type Props = { provider: ProviderRow; resend: () => void; open: (task: ProviderTask) => void };

/** What can be done to a provider: to its invitation as long as nobody has followed it, and to its terms and state after. */
export function ProviderMenu({ provider, resend, open }: Props) {
  const t = useTranslations("admin.list");
  const invitation: MenuEntry[] = [
    { label: t("resend"), icon: <Mail aria-hidden="true" />, onSelect: resend },
    { label: t("correct"), icon: <Pencil aria-hidden="true" />, onSelect: () => open("correct") },
    {
      label: t("withdraw"),
      icon: <X aria-hidden="true" />,
      tone: "danger",
      divided: true,
      onSelect: () => open("withdraw"),
    },
  ];
  const terms: MenuEntry = {
    label: t("terms"),
    icon: <SlidersHorizontal aria-hidden="true" />,
    onSelect: () => open("terms"),
  };
  const state: MenuEntry =
    provider.state === "suspended"
      ? {
          label: t("reinstate"),
          icon: <CirclePlay aria-hidden="true" />,
          divided: true,
          onSelect: () => open("reinstate"),
        }
      : {
          label: t("suspend"),
          icon: <CirclePause aria-hidden="true" />,
          tone: "danger",
          divided: true,
          onSelect: () => open("suspend"),
        };
  return (
    <RowMenu
      label={t("options", { name: shownNameOf(provider) })}
      entries={provider.status === "pending" ? invitation : [terms, state]}
    />
  );
}
