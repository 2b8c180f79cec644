"use client";

import { Building2, FolderPlus, FolderTree } from "lucide-react";
import { useTranslations } from "next-intl";
import { NewItemMenu } from "@/components/items/new-item-menu";
import type { ItemType } from "@/lib/domain/item/types";
import type { BindingPolicy } from "@/lib/domain/policy/combining";

/** What somebody is making. */
export type Making = { item: ItemType } | "folder" | "collection" | "organization";

type Props = {
  policies: readonly BindingPolicy[];
  mayMake: { item: boolean; collection: boolean; organization: boolean };
  onMaking: (what: Making) => void;
};

/** Everything that can be made from one's own vault. */
export function NewInVaultMenu({ policies, mayMake, onMaking }: Props) {
  const t = useTranslations("vault");
  const others = (
    [
      ["folder", FolderPlus, true],
      ["collection", FolderTree, mayMake.collection],
      ["organization", Building2, mayMake.organization],
    ] as const
  )
    .filter(([, , may]) => may)
    .map(([what, Icon]) => ({
      label: t(`others.${what}`),
      icon: <Icon aria-hidden="true" />,
      onSelect: () => onMaking(what),
    }));
  return (
    <NewItemMenu
      label={t("new")}
      policies={policies}
      onNew={mayMake.item ? (item) => onMaking({ item }) : null}
      others={others}
    />
  );
}
