"use client";

import { Download, LayoutTemplate, Tags, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SelectedClients } from "@/components/clients/use-selected-clients";
import { type BulkAct, BulkBar } from "@/components/lists/bulk-bar";

export type BulkTask = "tags" | "seats" | "blueprint" | "export";

type Props = {
  selection: SelectedClients;
  /** Whether the viewer may change clients, or only take the list along. */
  mayChange: boolean;
  mayUseBlueprints: boolean;
  busy: boolean;
  onTask: (task: BulkTask) => void;
};

/** What can be done with the selected clients. */
export function ClientBulkBar({ selection, mayChange, mayUseBlueprints, busy, onTask }: Props) {
  const t = useTranslations("clients.bulk");
  const acts: (BulkAct | false)[] = [
    mayChange && { label: t("tags"), icon: <Tags aria-hidden="true" />, onSelect: () => onTask("tags") },
    mayChange && { label: t("seats"), icon: <Users aria-hidden="true" />, onSelect: () => onTask("seats") },
    mayChange &&
      mayUseBlueprints && {
        label: t("blueprint"),
        icon: <LayoutTemplate aria-hidden="true" />,
        onSelect: () => onTask("blueprint"),
      },
    { label: t("export"), icon: <Download aria-hidden="true" />, busy, onSelect: () => onTask("export") },
  ];
  return (
    <BulkBar
      label={t("label")}
      count={t("selected", { count: selection.selected.length })}
      selection={selection}
      acts={acts.filter((act) => act !== false)}
    />
  );
}
