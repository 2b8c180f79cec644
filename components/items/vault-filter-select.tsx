"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { shownTypes } from "@/components/items/item-types";
import type { VaultFilter } from "@/components/items/vault-filter";
import type { VaultFilters } from "@/components/items/vault-filters";
import { Select } from "@/components/ui/select";

/** The same views where there is no room for them side by side. */
export function VaultFilterSelect(
  props: Omit<ComponentProps<typeof VaultFilters>, "onNewOrganization" | "onNewFolder">,
) {
  const { vault, organizations, filter, onFilter } = props;
  const t = useTranslations("vault");
  const views: { to: VaultFilter; label: string }[] = [
    { to: { by: "all" }, label: t("all") },
    { to: { by: "mine" }, label: t("mine") },
    ...organizations.map(({ organizationId, name }) => ({
      to: { by: "organization" as const, id: organizationId },
      label: name,
    })),
    { to: { by: "favorite" }, label: t("views.favorite") },
    ...shownTypes.map((type) => ({ to: { by: "type" as const, type }, label: t(`types.${type}`) })),
    { to: { by: "archive" }, label: t("views.archive") },
    { to: { by: "trash" }, label: t("views.trash") },
    ...vault.folders.map(({ id, name }) => ({
      to: { by: "folder" as const, id },
      label: name ?? t("broken"),
    })),
    ...(vault.folders.length > 0
      ? [{ to: { by: "folder" as const, id: null }, label: t("folder.none") }]
      : []),
    ...vault.collections.map(({ id, name }) => ({
      to: { by: "collection" as const, id },
      label: name ?? t("broken"),
    })),
  ];
  const keyOf = (to: VaultFilter) =>
    "id" in to ? `${to.by} ${to.id}` : to.by === "type" ? `type ${to.type}` : to.by;
  return (
    <Select
      aria-label={t("filters")}
      value={keyOf(filter)}
      options={views.map(({ to, label }) => ({ value: keyOf(to), label }))}
      onChange={({ target }) => {
        const chosen = views.find(({ to }) => keyOf(to) === target.value);
        if (chosen) onFilter(chosen.to);
      }}
    />
  );
}
